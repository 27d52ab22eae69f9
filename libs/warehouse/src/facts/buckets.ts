import type { Grain } from '@tocsin/contracts';
import { bind } from '../sql/bind.ts';
import { type Sql, sql } from '../sql/sql.ts';
import { type DeliveredDays, daysWithRows, firstDay, lastDay } from './coverage.ts';

/** The first day of the bucket that a day lies in. Weeks start on Monday. */
export const bucketOf = (grain: Grain, day: Sql): Sql => {
  switch (grain) {
    case 'day':
      return day;
    case 'week':
      return sql`toMonday(${day})`;
    case 'month':
      return sql`toStartOfMonth(${day})`;
    case 'quarter':
      return sql`toStartOfQuarter(${day})`;
    case 'year':
      return sql`toStartOfYear(${day})`;
  }
};

/** The length of a bucket. */
export const bucketStep = (grain: Grain): Sql => {
  switch (grain) {
    case 'day':
      return sql`INTERVAL 1 DAY`;
    case 'week':
      return sql`INTERVAL 1 WEEK`;
    case 'month':
      return sql`INTERVAL 1 MONTH`;
    case 'quarter':
      return sql`INTERVAL 3 MONTH`;
    case 'year':
      return sql`INTERVAL 1 YEAR`;
  }
};

/**
 * Whether data cover any day of the bucket that begins at the column `at`: one between the first and the last day with any
 * row, which was delivered or has a row itself.
 */
export function isCovered(grain: Grain, delivered?: DeliveredDays): Sql {
  const between = sql`at <= ${lastDay} AND at + ${bucketStep(grain)} > ${firstDay}`;
  if (delivered === undefined) return between;
  const someUntil = sql`toDate(${bind(delivered.someUntil, 'Date')})`;
  const daysOfBucket = sql`arrayMap(i -> at + i, range(toUInt32(dateDiff('day', at, at + ${bucketStep(grain)}))))`;
  return sql`${between} AND (greatest(at, ${firstDay}) < ${someUntil} OR hasAny(${daysWithRows}, ${daysOfBucket}))`;
}
