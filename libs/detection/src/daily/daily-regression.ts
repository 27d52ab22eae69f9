import { type HolidayTable, hasCalendarData, weekday } from '@tocsin/calendar';
import type { Sentence, Verdict } from '@tocsin/contracts';
import { predictedMidBound } from '../farrington/farrington-bound.ts';
import { countSeries } from '../farrington/farrington-flexible.ts';
import { judge, tooLittleHistory } from '../judge.ts';
import type { Point } from '../point.ts';
import { type DailyDesign, dailyDesign } from './daily-design.ts';
import { type DailyFit, type DailyFitOptions, YEAR, dailyFitter } from './daily-fit.ts';

export interface DailyOptions extends DailyFitOptions {
  /** One-sided chance of an alarm when nothing changed. */
  readonly alpha: number;
}

export const dailyDefaults: DailyOptions = { alpha: 0.005, years: 3, guard: 14, reweightFrom: 2.5 };

/** What a daily regression may know besides the series. */
export interface DailyContext {
  /** Judges only from this index on. */
  readonly from?: number;
  readonly calendar?: HolidayTable;
  /** The whole that the series is part of: a history under two years borrows its holidays. Same days as the series. */
  readonly parent?: readonly Point[];
  /** A design made before for the same days. */
  readonly design?: DailyDesign;
}

/**
 * Daily regression with the Chinese calendar: is a day unusually high for its weekday, holiday, catching-up day, season and
 * trend?
 *
 * Shape   one verdict per day from `from` on; days without gaps.
 * Model   quasi-Poisson on at most three years up to 14 days before the week, fitted once a week, past excesses weighted
 *         down twice. Exposure, where every day has one, is an offset.
 * Upper   the largest count whose successor is rarer than alpha under a negative binomial averaged over the error of the
 *         expectation, a tie counting half (`predictedMidBound`).
 * Score   (count − expected) ÷ (upper − expected): above 1 is an excess.
 * Says    `too-little-history` under a year; under two years the holidays are those of `parent`, where it is given. A year
 *         without calendar data is said on the verdict: its holidays are taken for ordinary days.
 * Cost    about 1 ms a fit of three years.
 */
export function dailyRegression(
  series: readonly Point[],
  given: Partial<DailyOptions> = {},
  context: DailyContext = {},
): Verdict[] {
  const options = { ...dailyDefaults, ...given };
  const { from = 0, calendar = {}, parent } = context;
  const days = series.map(({ at }) => at);
  const design = context.design ?? dailyDesign(days, calendar);
  const fitter = dailyFitter(design, options);
  const counts = countSeries(series);
  const parentCounts = parent === undefined ? undefined : countSeries(parent);
  let week: DailyFit | undefined;
  return series.slice(from).map((point, i) => {
    const index = from + i;
    if (i === 0 || weekday(point.at) === 1) week = fitter(counts, index, parentCounts);
    const prediction = week?.(index);
    if (prediction === undefined) return tooLittleHistory(point, Math.max(0, index - options.guard), YEAR);
    const mean = prediction.mean * (point.maturity ?? 1);
    const { upper, chance } = predictedMidBound(mean, prediction.se, prediction.phi, options.alpha);
    const year = Number(point.at.slice(0, 4));
    return judge(point, {
      expected: mean,
      upper,
      chance,
      score: (count) => (count - mean) / (upper - mean),
      leftOut: prediction.leftOut,
      remark: hasCalendarData(year, calendar) ? null : withoutCalendar(year),
    });
  });
}

const withoutCalendar = (year: number): Sentence => ({
  zh: `${year} 年尚无节假日数据, 按普通日计算`,
  en: `no holiday data for ${year}: counted as ordinary days`,
});
