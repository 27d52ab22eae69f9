import type { ListCasesQuery } from '@tocsin/contracts';
import type { CasePlace } from '@tocsin/warehouse';
import { Refusal } from '../../refusal.ts';

type Order = ListCasesQuery['order'];

/** Where a page ended, as a text that only the same order understands. */
export const cursorOf = (order: Order, { rank, id }: CasePlace): string =>
  Buffer.from(JSON.stringify([order, rank, id])).toString('base64url');

/** The way back; refuses what this order did not write. */
export function placeOf(order: Order, cursor: string): CasePlace {
  const [of, rank, id] = read(cursor);
  if (of === order && typeof rank === 'number' && Number.isSafeInteger(rank) && rank >= 0 && typeof id === 'string')
    return { rank, id };
  throw new Refusal('invalid-request', {
    detail: {
      zh: '翻页位置 after 无效：请使用同一排序下一页答复中的 next。',
      en: 'after is no place of this list: take next of a page in the same order.',
    },
    errors: [{ path: 'after', message: 'is not a place of this list' }],
  });
}

function read(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
