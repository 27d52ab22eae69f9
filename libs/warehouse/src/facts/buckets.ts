import type { Grain } from '@tocsin/contracts';
import { type Sql, sql } from '../sql/sql.ts';
import { type CoveredDays, type DeliveredDays, isReached } from './coverage.ts';

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

/** Whether data cover any day of the bucket that begins at the column `at`. */
export const isCovered = (grain: Grain, covered: CoveredDays, delivered?: DeliveredDays): Sql =>
  isReached({ from: sql`at`, until: sql`at + ${bucketStep(grain)}` }, covered, delivered);
