import type { IsoDay } from '@tocsin/contracts';
import { type Sql, sql } from '../sql/sql.ts';

/**
 * The first and last day with any row, of the whole company: a branch without a complaint that day is still covered.
 * The one read outside a caller's scope; it tells nothing but between which days data have been imported. Without any
 * data both are 1970-01-01.
 */
export const firstDay: Sql = sql`(SELECT min(day) FROM cube_daily_total)`;
export const lastDay: Sql = sql`(SELECT max(day) FROM cube_daily_total)`;

/**
 * How far the feeds have delivered, where a company has feeds with a rhythm: days before `wholeUntil` are here from all of
 * them; from `someUntil` on nothing regular has come, and a day without a row is no quiet day but one without data.
 */
export interface DeliveredDays {
  readonly wholeUntil: IsoDay;
  readonly someUntil: IsoDay;
}

/** The days on which anything came from anywhere. */
export const daysWithRows: Sql = sql`(SELECT groupUniqArray(day) FROM cube_daily_total)`;
