import { type Festival, type HolidayTable, type YearOfHolidays, shippedYear } from './holiday-table.ts';
import { type IsoDay, addCalendarDays, weekday } from './iso-day.ts';

export type DayKind =
  | { readonly kind: 'workday' }
  | { readonly kind: 'weekend' }
  | { readonly kind: 'make-up-workday'; readonly festival: Festival }
  | { readonly kind: 'holiday'; readonly festival: Festival }
  | { readonly kind: 'no-data'; readonly year: number };

/**
 * What kind of day this is in mainland China.
 *
 * Holidays are announced each autumn for the next year only. A year that neither `table` nor the shipped data know
 * answers `no-data`: guessing from weekends would be wrong on some 18 weekdays a year. A year in `table` wins over
 * the shipped one, so an operator can load an announcement, or correct one, from a file.
 */
export function dayKind(day: IsoDay, table: HolidayTable = {}): DayKind {
  const year = Number(day.slice(0, 4));
  const number = weekday(day);
  const holidays: YearOfHolidays | undefined = table[year] ?? shippedYear(year);
  if (holidays === undefined) return { kind: 'no-data', year };
  const off = holidays.off[day];
  if (off !== undefined) return { kind: 'holiday', festival: off };
  const work = holidays.work[day];
  if (work !== undefined) return { kind: 'make-up-workday', festival: work };
  return { kind: number > 5 ? 'weekend' : 'workday' };
}

/** Whether offices are open; undefined for a year without data. */
export function isWorkday(day: IsoDay, table: HolidayTable = {}): boolean | undefined {
  const { kind } = dayKind(day, table);
  return kind === 'no-data' ? undefined : kind === 'workday' || kind === 'make-up-workday';
}

/** Whether the calendar knows the holidays of `year`. */
export function hasCalendarData(year: number, table: HolidayTable = {}): boolean {
  return (table[year] ?? shippedYear(year)) !== undefined;
}

export type WorkdayAnswer =
  { readonly kind: 'day'; readonly day: IsoDay } | { readonly kind: 'no-data'; readonly year: number };

/**
 * The day that lies `count` working days after `day`: 1 is the next working day, whatever kind `day` itself is; 0 is
 * `day`; negative counts go back. The 2020 rule counts "within 7 working days" inclusively (article 43), so a
 * complaint received on `day` must be forwarded by `addWorkdays(day, 7)`. Says so when the way leads through a year
 * without data.
 */
export function addWorkdays(day: IsoDay, count: number, table: HolidayTable = {}): WorkdayAnswer {
  const step = Math.sign(count);
  let at = day;
  for (let left = Math.abs(count); left > 0;) {
    at = addCalendarDays(at, step);
    const works = isWorkday(at, table);
    if (works === undefined) return { kind: 'no-data', year: Number(at.slice(0, 4)) };
    if (works) left -= 1;
  }
  return { kind: 'day', day: at };
}

/** Working days in the half-open interval `from` ≤ day < `until`; undefined if it touches a year without data. */
export function workdaysBetween(from: IsoDay, until: IsoDay, table: HolidayTable = {}): number | undefined {
  let count = 0;
  for (let at = from; at < until; at = addCalendarDays(at, 1)) {
    const works = isWorkday(at, table);
    if (works === undefined) return undefined;
    if (works) count += 1;
  }
  return count;
}
