import { Refusal } from '../refusal.ts';

export const unknownBacktest = (id: string) =>
  new Refusal('not-found', { detail: { zh: `没有编号为 ${id} 的回测。`, en: `There is no back-test ${id}.` } });

export const emptyPeriod = (from: string, until: string) =>
  new Refusal('invalid-request', {
    detail: {
      zh: `回测期为空：开始日 ${from} 必须早于结束日 ${until}（不含）。`,
      en: `The period is empty: ${from} must lie before ${until}, which is not part of it.`,
    },
    errors: [{ path: 'until', message: `after ${from}` }],
  });

export const tooLong = (years: number) =>
  new Refusal('invalid-request', {
    detail: {
      zh: `回测期最长 ${years} 年：请缩短，或分几次进行。`,
      en: `A back-test covers ${years} years at most: shorten the period or make several.`,
    },
    errors: [{ path: 'until', message: `at most ${years} years after from` }],
  });

export const tooMany = (most: number) =>
  new Refusal('busy', {
    detail: {
      zh: `已有 ${most} 个回测在等待：请等其中一个完成，或取消一个。`,
      en: `${most} back-tests are waiting already: wait until one is done, or cancel one.`,
    },
  });

export const sameIds = (id: string) =>
  new Refusal('invalid-request', {
    detail: {
      zh: `事件编号 ${id} 出现了不止一次：请让每起事件的编号不同。`,
      en: `The incident ${id} is there more than once: give each its own id.`,
    },
    errors: [{ path: 'incidents', message: `${id} twice` }],
  });

export const ofVerdict = (id: string) =>
  new Refusal('invalid-request', {
    detail: {
      zh: `事件 ${id} 来自对预警的认定：请从文件中去掉这一行，认定在该预警的页面上修改。`,
      en: `The incident ${id} comes from the verdict on a warning: leave it out of the file, and change the verdict on the warning's page.`,
    },
    errors: [{ path: 'incidents', message: `${id} is of a verdict` }],
  });

export const endsBeforeItBegins = (id: string) =>
  new Refusal('invalid-request', {
    detail: {
      zh: `事件 ${id} 的结束日不晚于开始日：结束日不含在内，至少为开始日的次日。`,
      en: `The incident ${id} ends before it begins: its last day is not part of it and comes at least a day after the first.`,
    },
    errors: [{ path: 'incidents', message: `${id}: until after from` }],
  });

export const brokenOff = {
  zh: '服务停止时回测中断，且规则已不可用：请重新发起。',
  en: 'The service stopped during this back-test and its rules cannot be had any more: start it again.',
};

export const failed = {
  zh: '回测未能完成，原因已写入服务日志：请重试；仍失败时请联系管理员。',
  en: 'The back-test could not be finished; the reason is in the service’s log. Try again, and tell an administrator if it fails once more.',
};
