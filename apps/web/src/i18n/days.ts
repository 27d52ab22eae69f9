import type { Locale } from './locale.ts';

/** Days are texts `YYYY-MM-DD` and are reckoned in UTC, so that no zone can shift them. */
const DAY_MS = 86_400_000;
const time = (day: string) => Date.parse(`${day}T00:00:00Z`);
const isoDay = (ms: number) => new Date(ms).toISOString().slice(0, 10);

export const addDays = (day: string, days: number) => isoDay(time(day) + days * DAY_MS);
export const daysBetween = (from: string, until: string) => Math.round((time(until) - time(from)) / DAY_MS);

/** The first of the month `months` away from the month of `day`. */
export function monthStart(day: string, months = 0): string {
  const [year = 1970, month = 1] = day.split('-').map(Number);
  return isoDay(Date.UTC(year, month - 1 + months, 1));
}

/** The same day `months` away, clamped to the month's length (31 March − 1 month is 28 or 29 February). */
export function addMonths(day: string, months: number): string {
  const first = monthStart(day, months);
  const length = daysBetween(first, monthStart(first, 1));
  return addDays(first, Math.min(Number(day.slice(8)), length) - 1);
}

/** Monday of the week. */
export const weekStart = (day: string) => addDays(day, -((new Date(time(day)).getUTCDay() + 6) % 7));

/** ISO week number: the week of the year's first Thursday is week 1. */
export function weekNumber(day: string): number {
  const thursday = addDays(weekStart(day), 3);
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const monthName = (month: number) => MONTHS[month - 1] ?? '';

/** 11月22日 · 22 Nov. */
export function shortDay(day: string, locale: Locale): string {
  const [, month = 1, date = 1] = day.split('-').map(Number);
  return locale === 'en' ? `${date} ${monthName(month)}` : `${month}月${date}日`;
}

/** 11月 · Nov; with the year when it is January or asked for. */
export function monthLabel(day: string, locale: Locale, withYear = false): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  if (locale === 'en') return withYear ? `${monthName(month)} ${year}` : monthName(month);
  return withYear ? `${year}年${month}月` : `${month}月`;
}

/**
 * A half-open period in words: a whole month by its name, else first and last day; the year is left out where both
 * ends share the year of `today`.
 */
export function periodLabel(from: string, until: string, locale: Locale): string {
  const last = addDays(until, -1);
  if (from === monthStart(from) && until === monthStart(from, 1)) return monthLabel(from, locale, true);
  if (from.endsWith('-01-01') && until === `${Number(from.slice(0, 4)) + 1}-01-01`) {
    return locale === 'en' ? from.slice(0, 4) : `${from.slice(0, 4)}年`;
  }
  return from === last ? from : `${from} … ${from.slice(0, 4) === last.slice(0, 4) ? last.slice(5) : last}`;
}
