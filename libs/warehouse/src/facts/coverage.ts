import type { IsoDay } from '@tocsin/contracts';
import { bind } from '../sql/bind.ts';
import { type Sql, sql } from '../sql/sql.ts';

/**
 * The first and last day with any row, of the whole company: a branch without a complaint that day is still covered.
 * The one read outside a caller's scope; it tells nothing but between which days data have been imported. Without any
 * data both are 1970-01-01.
 */
export const firstDay: Sql = sql`(SELECT min(day) FROM cube_daily_total)`;
export const lastDay: Sql = sql`(SELECT max(day) FROM cube_daily_total)`;

/**
 * The same days as `coverage` tells them: for questions of figures, which the engine plans faster than it looks up a day in
 * each.
 */
export interface CoveredDays {
  readonly firstDay: IsoDay | null;
  readonly lastDay: IsoDay | null;
}

/** Without any data, long before any period. */
const NEVER: IsoDay = '1970-01-01';
export const firstOf = ({ firstDay: day }: CoveredDays): Sql => sql`toDate(${bind(day ?? NEVER, 'Date')})`;
export const lastOf = ({ lastDay: day }: CoveredDays): Sql => sql`toDate(${bind(day ?? NEVER, 'Date')})`;

/**
 * How far the feeds have delivered, where a company has feeds with a rhythm: days before `wholeUntil` are here from all of
 * them; from `someUntil` on nothing regular has come, and a day without a row is no quiet day but one without data.
 */
export interface DeliveredDays {
  readonly wholeUntil: IsoDay;
  readonly someUntil: IsoDay;
}

/**
 * Whether data cover any of the days `from ≤ day < until`: one between the first and the last day with any row, which was
 * delivered or has a row itself.
 */
export function isReached(
  { from, until }: { readonly from: Sql; readonly until: Sql },
  covered: CoveredDays,
  delivered?: DeliveredDays,
): Sql {
  const between = sql`${from} <= ${lastOf(covered)} AND ${until} > ${firstOf(covered)}`;
  if (delivered === undefined) return between;
  const someUntil = sql`toDate(${bind(delivered.someUntil, 'Date')})`;
  const days = sql`arrayMap(i -> ${from} + i, range(toUInt32(dateDiff('day', ${from}, ${until}))))`;
  return sql`${between} AND (greatest(${from}, ${firstOf(covered)}) < ${someUntil} OR hasAny(${daysWithRows}, ${days}))`;
}

/** The days on which anything came from anywhere. */
const daysWithRows: Sql = sql`(SELECT groupUniqArray(day) FROM cube_daily_total)`;
