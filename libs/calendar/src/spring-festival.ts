import { type IsoDay, addCalendarDays } from './iso-day.ts';

/** Decade → the day of the year (1 January = 1) on which the Chinese year begins, for its ten years. */
const DAY_OF_YEAR: ReadonlyMap<number, readonly number[]> = new Map([
  [2000, [36, 24, 43, 32, 22, 40, 29, 49, 38, 26]],
  [2010, [45, 34, 23, 41, 31, 50, 39, 28, 47, 36]],
  [2020, [25, 43, 32, 22, 41, 29, 48, 37, 26, 44]],
  [2030, [34, 23, 42, 31, 50, 39, 28, 46, 35, 24]],
  [2040, [43, 32, 22, 41, 30, 48, 37, 26, 45, 33]],
  [2050, [23, 42, 32, 50, 39, 28, 46, 35, 24, 43]],
]);

/**
 * 春节: the first day of the Chinese year that begins in `year`, always between 21 January and 21 February.
 * Unlike the holidays around it, which the State Council announces year by year, it follows from astronomy; 2000–2059
 * are kept here, other years answer undefined.
 *
 * A table because neither ready source can be trusted: chinese-days is a day late west of Greenwich, and the Chinese
 * calendar of Node's ICU is a day off in 2027 and 2030. The numbers are those of chinese-days, asked in Shanghai.
 */
export function springFestival(year: number): IsoDay | undefined {
  const dayOfYear = DAY_OF_YEAR.get(year - (year % 10))?.[year % 10];
  return dayOfYear === undefined ? undefined : addCalendarDays(`${year}-01-01`, dayOfYear - 1);
}
