import type { IsoDay } from '@tocsin/contracts';
import type { Period } from './period.ts';
import { isWholeMonths, monthsOf, plusDays, plusMonths } from './plus-months.ts';

const daysOf = ({ from, until }: Period): number => (Date.parse(until) - Date.parse(from)) / 86_400_000;

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
