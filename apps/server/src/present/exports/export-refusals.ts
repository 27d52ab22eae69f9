import type { ExportJob, Sentence } from '@tocsin/contracts';
import type { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import { MOST_ROWS, TooManyRows } from '../figures/workbook.ts';

export const unknownExport = (id: string) =>
  new Refusal('not-found', {
    detail: {
      zh: `没有导出 ${id}：可能已过期删除，请重新导出。`,
      en: `There is no export ${id}: it may have expired; export once more.`,
    },
  });

export const notReady = ({ id, state }: Pick<ExportJob, 'id' | 'state'>) =>
  new Refusal('conflict', {
    detail: {
      zh: state === 'failed' ? `导出 ${id} 没有成功：请重新导出。` : `导出 ${id} 尚未完成：请稍后再取。`,
      en:
        state === 'failed'
          ? `The export ${id} failed: export once more.`
          : `The export ${id} is not finished: fetch it later.`,
    },
  });

export const tooMany = (most: number) =>
  new Refusal('conflict', {
    detail: {
      zh: `最多可有 ${most} 个导出在排队：请等其中一些完成，或取消不需要的。`,
      en: `At most ${most} exports may wait: let some finish, or delete those you do not need.`,
    },
  });

/** What went wrong, for the person who asked. */
export function troubleOf(error: unknown): z.infer<typeof Sentence> {
  if (error instanceof TooManyRows)
    return {
      zh: `超过一张工作表的 ${MOST_ROWS} 行：请改用 CSV，或缩小筛选范围。`,
      en: `More than the ${MOST_ROWS} rows of a sheet: take CSV, or narrow the filter.`,
    };
  if (error instanceof Refusal && error.facts.detail !== undefined) return error.facts.detail;
  return {
    zh: '没有写完：请稍后重新导出；若仍不行，请把时间告诉管理员。',
    en: 'It could not be written: export once more later; if that fails too, tell your administrator when.',
  };
}
