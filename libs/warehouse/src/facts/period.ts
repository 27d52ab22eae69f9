import type { IsoDay } from '@tocsin/contracts';
import { bind } from '../sql/bind.ts';
import { type Sql, anyOf, sql } from '../sql/sql.ts';

/** Days `from ≤ day < until`. */
export interface Period {
  readonly from: IsoDay;
  readonly until: IsoDay;
}

/** Whether a column of days lies in the period. */
export const within = (day: Sql, { from, until }: Period): Sql =>
  sql`(${day} >= ${bind(from, 'Date')} AND ${day} < ${bind(until, 'Date')})`;

/** Whether a column of days lies in any of the periods; those that touch or overlap are asked about as one. */
export const withinAny = (day: Sql, periods: readonly Period[]): Sql =>
  anyOf(spans(periods).map((span) => within(day, span)));

function spans(periods: readonly Period[]): Period[] {
  const merged: Period[] = [];
  for (const next of [...periods].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (last === undefined || next.from > last.until) merged.push(next);
    else merged[merged.length - 1] = { from: last.from, until: next.until > last.until ? next.until : last.until };
  }
  return merged;
}

/** The parts of the periods before a day; a period that begins later has none and ends where it begins. */
export const endedBy = (periods: readonly Period[], today: IsoDay): Period[] =>
  periods.map(({ from, until }) => ({ from, until: until < today ? until : today < from ? from : today }));
