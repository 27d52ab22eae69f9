import { endings } from '../ingest/folder/place.ts';
import { Refusal } from '../refusal.ts';

export const changedMeanwhile = (id: string, expected: number, newest: number) =>
  new Refusal('conflict', {
    detail: {
      zh: `数据源 ${id} 现为第 ${newest} 版，您修改的是第 ${expected} 版，期间已被他人改动：未保存。请重新打开，核对后再改。`,
      en: `The feed ${id} is at version ${newest} now and you changed version ${expected}: somebody else was there meanwhile. Nothing was kept; open it again, look, and change it anew.`,
    },
    errors: [{ path: 'expectedVersion', message: `must be ${newest}` }],
  });

export const unknownFeed = (id: string) =>
  new Refusal('not-found', { detail: { zh: `没有编号为 ${id} 的数据源。`, en: `There is no feed ${id}.` } });

export const otherId = (path: string, body: string) =>
  new Refusal('invalid-request', {
    detail: {
      zh: `地址中的编号 ${path} 与内容中的 ${body} 不一致：请改为相同。`,
      en: `The address says ${path} and the content ${body}: make them the same.`,
    },
  });

export const noFolder = {
  zh: '服务器没有监视任何文件夹：请管理员设置 TOCSIN_WATCH_FOLDER 后重启服务，或改用其他方式。',
  en: 'The server watches no folder: the administrator sets TOCSIN_WATCH_FOLDER and restarts it; or choose another way.',
};

export const takenName = (id: string) =>
  new Refusal('invalid-request', {
    detail: {
      zh: `代号 ${id} 是存放已处理文件的文件夹名：文件夹类数据源请换一个代号。`,
      en: `${id} is the name of the folder for files that are over: give a feed with a folder another id.`,
    },
    errors: [{ path: 'id', message: `not ${endings.join(' or ')} for kind folder` }],
  });

export const noPull = () =>
  new Refusal('invalid-request', {
    detail: {
      zh: '拉取类数据源缺少地址和时间：请填写 pull。',
      en: 'A feed that is pulled needs an address and a schedule: give pull.',
    },
    errors: [{ path: 'pull', message: 'required for kind pull' }],
  });
