import { type IsoDay, addCalendarDays, addMonths, monthStart, weekStart } from './iso-day.ts';

export type BucketGrain = 'day' | 'week' | 'month' | 'quarter';

/** The first day of the bucket that holds the day. Weeks begin on Monday. */
export function bucketStart(day: IsoDay, grain: BucketGrain): IsoDay {
  switch (grain) {
    case 'day':
      return day;
    case 'week':
      return weekStart(day);
    case 'month':
      return monthStart(day);
    case 'quarter': {
      const month = monthStart(day);
      return addMonths(month, -((Number(month.slice(5, 7)) - 1) % 3));
    }
  }
}

/** The first day of the bucket so many after (or, negative, before) the one that begins on `start`. */
export function bucketPlus(start: IsoDay, count: number, grain: BucketGrain): IsoDay {
  switch (grain) {
    case 'day':
      return addCalendarDays(start, count);
    case 'week':
      return addCalendarDays(start, 7 * count);
    case 'month':
      return addMonths(start, count);
    case 'quarter':
      return addMonths(start, 3 * count);
  }
}
