import { Refusal } from '../../refusal.ts';

export const noSuchUpload = (id: string) =>
  new Refusal('not-found', {
    detail: {
      zh: `没有编号为 ${id.slice(0, 40)} 的上传，可能已过期：请重新上传。`,
      en: `There is no upload ${id.slice(0, 40)}; it may have expired: send the file again.`,
    },
  });

export const notWhole = (offset: number, length: number) =>
  new Refusal('conflict', {
    detail: {
      zh: `文件尚未传完（${offset} / ${length} 字节）：请继续上传后再试。`,
      en: `The file is not whole yet (${offset} of ${length} bytes): send the rest first.`,
    },
  });

export const wrongOffset = (offset: number) =>
  new Refusal('conflict', {
    detail: {
      zh: `服务器已有 ${offset} 字节，请从该位置继续上传。`,
      en: `The server has ${offset} bytes: go on from there.`,
    },
  });

/** Seldom heard by anybody: the sender has gone, or sends the same upload on another line. */
export const lineBroke = () =>
  new Refusal('conflict', {
    detail: {
      zh: '连接中断：已收到的部分已保存，请查询位置后继续上传。',
      en: 'The line broke: what had come is kept; ask how far it is and go on from there.',
    },
  });

export const tooMuchSent = (length: number) =>
  new Refusal('too-large', {
    detail: {
      zh: `收到的内容超过开始时声明的 ${length} 字节：请删除此上传并重新开始。`,
      en: `More came than the ${length} bytes announced at the start: drop this upload and begin anew.`,
    },
  });

export const tooManyUploads = () =>
  new Refusal('busy', {
    retryAfterSeconds: 600,
    detail: {
      zh: '上传空间已满：请先导入或删除已上传的文件，或稍后重试。',
      en: 'The room for uploads is full: import or drop what has been uploaded, or try again later.',
    },
  });

export const otherVersion = () =>
  new Refusal('precondition-failed', {
    detail: {
      zh: '续传协议版本不符：请在请求头中发送 Tus-Resumable: 1.0.0。',
      en: 'Another version of the upload protocol: send the header Tus-Resumable: 1.0.0.',
    },
  });

export const badHeader = (name: string) =>
  new Refusal('invalid-request', {
    detail: {
      zh: `请求头 ${name} 缺失或不是非负整数：请更正后重试。`,
      en: `The header ${name} is missing or no whole number of bytes: correct it.`,
    },
    errors: [{ path: name, message: 'must be a whole number of bytes' }],
  });
