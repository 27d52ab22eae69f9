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

export const withinAny = (day: Sql, periods: readonly Period[]): Sql =>
  anyOf(periods.map((period) => within(day, period)));
