import { type HolidayTable, hasCalendarData } from '@tocsin/calendar';
import type { Sentence, Verdict } from '@tocsin/contracts';
import { predictedMidBound } from '../farrington/farrington-bound.ts';
import { countSeries } from '../farrington/farrington-flexible.ts';
import { judge, tooLittleHistory } from '../judge.ts';
import type { Point } from '../point.ts';
import { type DailyDesign, dailyDesign } from './daily-design.ts';
import { type DailyFitOptions, YEAR } from './daily-fit.ts';
import { type KeptBaselines, weeklyPredictions } from './week-baseline.ts';

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
  /** Makes the design of the same days, or answers with one made before; not asked for where all baselines are kept. */
  readonly design?: () => DailyDesign;
  /** Without it every week is fitted. */
  readonly baselines?: KeptBaselines;
}

/**
 * Daily regression with the Chinese calendar: is a day unusually high for its weekday, holiday, catching-up day, season and
 * trend?
 *
 * Shape   one verdict per day from `from` on; days without gaps.
 * Model   quasi-Poisson on at most three years up to 14 days before the week, fitted once a week (Monday's fit serves until
 *         Sunday, whichever day is the first that is judged), past excesses weighted down twice. Exposure, where every day
 *         has one, is an offset.
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
  const predict = weeklyPredictions({
    days,
    design: context.design ?? (() => dailyDesign(days, calendar)),
    own: countSeries(series),
    lender: parent === undefined ? undefined : countSeries(parent),
    calendar,
    options,
    kept: context.baselines,
  });
  return series.slice(from).map((point, i) => {
    const index = from + i;
    const prediction = predict(index);
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
