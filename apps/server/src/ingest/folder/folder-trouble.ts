import type { Sentence } from '@tocsin/contracts';

/** A file that went to `failed`; `folder` is where it lies, `why` what is wrong with it. */
export const wentToFailed = (name: string, folder: string, why: Sentence): Sentence => ({
  zh: `文件 ${name} 未能导入，已移至 ${folder}。${why.zh}`,
  en: `The file ${name} could not be imported and lies in ${folder}. ${why.en}`,
});

/** A file that the server may not move; `code` is what the file system says. */
export const cannotBeMoved = (path: string, code: string): Sentence => ({
  zh: `文件 ${path} 无法移动（${code}）：请检查服务器账户对该文件夹的写权限、剩余空间和文件名长度；解决后自动继续，不会重复导入。`,
  en: `The file ${path} cannot be moved (${code}): check that the server's account may write in the folder, that there is space, and that the name is not too long. It goes on by itself then, and nothing is imported twice.`,
});

/** A folder that cannot be looked into. */
export const cannotBeSeen = (path: string, code: string): Sentence => ({
  zh: `文件夹 ${path} 无法打开（${code}）：请检查该文件夹是否存在、网络共享是否已连接、服务器账户有无权限；恢复后自动继续。`,
  en: `The folder ${path} cannot be opened (${code}): check that it exists, that the share is connected and that the server's account may read it. It goes on by itself then.`,
});

export const cannotBeRead = (code: string): Sentence => ({
  zh: `文件无法读取（${code}）：请检查文件权限和磁盘后重新放入。`,
  en: `The file cannot be read (${code}): check its permissions and the disk, and put it down again.`,
});

export const brokeOff = (name: string): Sentence => ({
  zh: `文件 ${name} 的接收意外中断：原因见服务器日志；文件保留在 .taken 中，稍后自动重试。`,
  en: `Taking in the file ${name} broke off: the log of the server says why. It waits in .taken and is tried again by itself.`,
});

export const sameAsBefore = (id: string): Sentence => ({
  zh: `内容相同的文件此前已导入（导入编号 ${id}），此次没有改变任何数字。`,
  en: `A file of the same content was imported before (import ${id}); nothing was changed this time.`,
});

export const takenBack: Sentence = {
  zh: '该导入已被撤回：如需重新导入，请再次放入文件。',
  en: 'The import was withdrawn: put the file down again to import it anew.',
};

export const givenUp: Sentence = {
  zh: '该导入已被取消，未写入任何数据：如需导入，请再次放入文件。',
  en: 'The import was cancelled and stored nothing: put the file down again to import it.',
};
