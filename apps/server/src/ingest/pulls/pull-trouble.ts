import type { Sentence } from '@tocsin/contracts';
import { percentDecoded } from './object-list.ts';

/** A pull that cannot go on for a reason that somebody can do something about. Its sentence holds no secrets. */
export class PullTrouble extends Error {
  override readonly name = 'PullTrouble';

  constructor(readonly sentence: Sentence) {
    super(sentence.en);
  }
}

/** The address without what may be a secret in it: no query, no fragment. */
export const shownAddress = ({ origin, pathname }: URL): string => `${origin}${pathname}`;

export const internalHost = (host: string) =>
  new PullTrouble({
    zh: `拉取未进行：主机 ${host} 属于本机或内网地址。如确需访问，请管理员将其加入 TOCSIN_PULL_HOSTS 后重启服务。`,
    en: `Nothing was pulled: ${host} is an address of this machine or of a private network. If it is meant, the administrator adds it to TOCSIN_PULL_HOSTS and restarts the server.`,
  });

export const unreachable = (url: URL, code: string) =>
  new PullTrouble({
    zh: `无法连接 ${url.host}（${code}）：请检查地址、端口和网络，下次按计划重试。`,
    en: `${url.host} cannot be reached (${code}): check the address, the port and the network; it is tried again at the next time.`,
  });

export const tooSlow = (url: URL) =>
  new PullTrouble({
    zh: `${url.host} 长时间没有响应，拉取已中断：请检查对方服务和网络，下次按计划重试。`,
    en: `${url.host} did not answer for too long and the pull was broken off: check the other side and the network; it is tried again at the next time.`,
  });

export const pointsElsewhere = (url: URL, host: string) =>
  new PullTrouble({
    zh: `${shownAddress(url)} 转到了另一处（${host}），未跟随：请直接填写最终地址。`,
    en: `${shownAddress(url)} points elsewhere (${host}), which is not followed: enter the final address itself.`,
  });

/** `code`: what an S3-compatible storage calls the failure; '' where nothing was said. */
export function refusedBy(url: URL, status: number, code = ''): PullTrouble {
  const said = code === '' ? String(status) : `${status} ${code}`;
  const where = percentDecoded(shownAddress(url));
  if (status === 401 || status === 403) {
    return new PullTrouble({
      zh: `${where} 拒绝访问（${said}）：请检查访问密钥、私有密钥、区域和读取权限。`,
      en: `${where} refused access (${said}): check the access key, the secret key, the region and the right to read.`,
    });
  }
  if (status === 404) {
    return new PullTrouble({
      zh: `${where} 不存在（${said}）：请检查地址、存储桶和前缀。`,
      en: `${where} does not exist (${said}): check the address, the bucket and the prefix.`,
    });
  }
  return new PullTrouble({
    zh: `${where} 返回错误（${said}）：请检查地址、端点和区域，或联系对方；下次按计划重试。`,
    en: `${where} answered with an error (${said}): check the address, the endpoint and the region, or ask the other side; it is tried again at the next time.`,
  });
}

export const notAList = (url: URL) =>
  new PullTrouble({
    zh: `${url.host} 返回的不是对象列表：请检查端点是否为 S3 兼容存储的地址。`,
    en: `${url.host} did not answer with a list of objects: check that the endpoint is that of an S3-compatible storage.`,
  });

export const tooLargeToPull = (name: string, mostBytes: number) =>
  new PullTrouble({
    zh: `${name} 超过 ${Math.floor(mostBytes / 2 ** 20)} MB 的导入上限，未拉取：请拆分后再放置。`,
    en: `${name} is larger than the ${Math.floor(mostBytes / 2 ** 20)} MB an import may have and was not pulled: split it.`,
  });

/** A secret that was sealed under another key than the server has now. */
export const secretLost = (feed: string) =>
  new PullTrouble({
    zh: `数据源 ${feed} 保存的私有密钥无法解开（服务器的 TOCSIN_ORIGINALS_KEY 已更换），未拉取：请在数据源中重新填写私有密钥，或恢复原来的密钥。`,
    en: `The stored secret key of the feed ${feed} cannot be opened (the server's TOCSIN_ORIGINALS_KEY has changed), so nothing is pulled: enter the secret key of the feed anew, or give the server its former key back.`,
  });

/** An object that was refused when it was taken in; `why` is what the refusal says. */
export const notTaken = (name: string, why: Sentence) =>
  new PullTrouble({ zh: `${name} 未能接收。${why.zh}`, en: `${name} could not be taken in. ${why.en}` });

export const cutOff = (name: string) =>
  new PullTrouble({
    zh: `读取 ${name} 时连接中断：请检查对方服务和网络，下次按计划重试。`,
    en: `The connection broke while ${name} was read: check the other side and the network; it is tried again at the next time.`,
  });

export const brokenOff = (feed: string) =>
  new PullTrouble({
    zh: `数据源 ${feed} 的拉取意外中断：原因见服务器日志，下次按计划重试。`,
    en: `The pull of ${feed} broke off: the log of the server says why; it is tried again at the next time.`,
  });
