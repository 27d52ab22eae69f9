import type { IsoDay } from '@tocsin/contracts';
import type { Period } from './period.ts';

const DAY_MS = 86_400_000;

const toDay = (ms: number): IsoDay => new Date(ms).toISOString().slice(0, 10);
const plusDays = (day: IsoDay, days: number): IsoDay => toDay(Date.parse(day) + days * DAY_MS);
const daysOf = ({ from, until }: Period): number => (Date.parse(until) - Date.parse(from)) / DAY_MS;

/** The same day some months on; the last of the month where that month is shorter. */
function plusMonths(day: IsoDay, months: number): IsoDay {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return toDay(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}

const isWholeMonths = ({ from, until }: Period): boolean => from.endsWith('-01') && until.endsWith('-01');
const monthsOf = ({ from, until }: Period): number =>
  (Number(until.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(until.slice(5, 7)) - Number(from.slice(5, 7));

/**
 * What a period is compared with: the same period a year before (同比) and the one just before (环比). A period that
 * `today` cuts is taken up to yesterday, and the others for as many days. Whole months have whole months before them;
 * any other period has as many days before it.
 */
export function comparisonPeriods(
  period: Period,
  today: IsoDay,
): { readonly elapsed: Period; readonly yearBefore: Period; readonly periodBefore: Period } {
  const unfinished = today > period.from && today < period.until;
  const elapsed = unfinished ? { from: period.from, until: today } : period;
  const yearFrom = plusMonths(period.from, -12);
  const yearUntil = unfinished ? plusDays(yearFrom, daysOf(elapsed)) : plusMonths(period.until, -12);
  const before = isWholeMonths(period)
    ? plusMonths(period.from, -monthsOf(period))
    : plusDays(period.from, -daysOf(period));
  const beforeUntil = unfinished ? earlier(plusDays(before, daysOf(elapsed)), period.from) : period.from;
  return {
    elapsed,
    yearBefore: { from: yearFrom, until: yearUntil },
    periodBefore: { from: before, until: beforeUntil },
  };
}

const earlier = (a: IsoDay, b: IsoDay): IsoDay => (a < b ? a : b);
