import type { Grain } from '@tocsin/contracts';
import { addDays, monthStart, weekStart } from '../../i18n/days.ts';

/** The first day of the bucket that holds `day`. Weeks start on Monday. */
export function bucketStart(grain: Grain, day: string): string {
  switch (grain) {
    case 'day':
      return day;
    case 'week':
      return weekStart(day);
    case 'month':
      return monthStart(day);
    case 'quarter':
      return monthStart(day, -((Number(day.slice(5, 7)) - 1) % 3));
    case 'year':
      return `${day.slice(0, 4)}-01-01`;
  }
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** The first day of the following bucket. */
export function bucketEnd(grain: Grain, day: string): string {
  const start = bucketStart(grain, day);
  if (grain === 'day' || grain === 'week') return addDays(start, grain === 'day' ? 1 : 7);
  return monthStart(start, MONTHS[grain]);
}
