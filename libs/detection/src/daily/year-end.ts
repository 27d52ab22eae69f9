import { lowestCount } from '@tocsin/stats';
import type { DailyExpectation, Expectation } from './daily-expectation.ts';

/** Where a year's count will end: what has come and what should still come. */
export interface YearEnd {
  readonly expected: number;
  /** Holds the year's count in 80, and in 95, of 100 such years. */
  readonly likely: Interval;
  readonly wide: Interval;
  /** The chance that the year ends above a count. */
  readonly chanceAbove: (count: number) => number;
}

interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * A year's count by its end, from the days that are over and the daily expectation of those that are left.
 *
 * Shape    `sofar` cases have come before the index `start`; the year ends before `end`. Its days lie in the series, those to come
 *          without a count.
 * Method   the remaining days are negative binomial around the regression's sum (weekday, holidays, season, trend), averaged
 *          over the error of its parameters; their variance is that of the days or that of past stretches about their own
 *          fit, whichever is larger, and the error of the parameters grows with it (`DailyExpectation.ahead`).
 * Edge     a year that is over is its count, exactly; undefined with less than a year of history before `start`.
 * Checked  `year-end.spec.ts`: over seeded years the 80 % interval holds between .65 and .95 of them.
 */
export function yearEnd(
  expectation: Pick<DailyExpectation, 'ahead'>,
  { sofar, start, end }: { readonly sofar: number; readonly start: number; readonly end: number },
): YearEnd | undefined {
  if (start >= end) {
    const exact = { lower: sofar, upper: sofar };
    return { expected: sofar, likely: exact, wide: exact, chanceAbove: (count) => (sofar > count ? 1 : 0) };
  }
  const left = expectation.ahead(start, end);
  if (left === undefined) return undefined;
  const interval = (alpha: number): Interval => ({
    lower: sofar + quantile(left, alpha / 2),
    upper: sofar + quantile(left, 1 - alpha / 2),
  });
  return {
    expected: sofar + left.expected,
    likely: interval(0.2),
    wide: interval(0.05),
    chanceAbove: (count) => left.chanceOfMore(Math.floor(count) - sofar + 1),
  };
}

/** The smallest count that the remaining days stay at or below with chance p. */
const quantile = ({ expected, chanceOfMore }: Expectation, p: number): number =>
  lowestCount(expected, (count) => 1 - chanceOfMore(count + 1) >= p);
