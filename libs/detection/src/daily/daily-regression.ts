import { type HolidayTable, hasCalendarData, weekday } from '@tocsin/calendar';
import { LogLinear } from '@tocsin/stats';
import type { Sentence, Verdict } from '@tocsin/contracts';
import { predictedBound } from '../farrington/farrington-bound.ts';
import { type CountSeries } from '../farrington/farrington-series.ts';
import { countSeries } from '../farrington/farrington-flexible.ts';
import { judge, tooLittleHistory } from '../judge.ts';
import type { Point } from '../point.ts';
import { reweigh } from '../reweigh.ts';
import { type DailyDesign, dailyDesign } from './daily-design.ts';

export interface DailyOptions {
  /** One-sided chance of an alarm when nothing changed. */
  readonly alpha: number;
  /** At most so many years of history are learned from. */
  readonly years: number;
  /** Days just before the fitted week that are left out, so that an outbreak does not hide in its own baseline. */
  readonly guard: number;
  /** Residual from which on past excesses are weighted down, twice. */
  readonly reweightFrom: number;
}

export const dailyDefaults: DailyOptions = { alpha: 0.005, years: 3, guard: 14, reweightFrom: 2.58 };

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

const YEAR = 365;
const ROUNDS = 2;
const COLUMNS_NEEDED = 2 * YEAR;

/**
 * Daily regression with the Chinese calendar: is a day unusually high for its weekday, holiday, catching-up day, season and
 * trend?
 *
 * Shape   one verdict per day from `from` on; days without gaps.
 * Model   quasi-Poisson on at most three years up to 14 days before the week, fitted once a week, past excesses weighted
 *         down twice. Exposure, where every day has one, is an offset.
 * Upper   the largest count whose successor is rarer than alpha under a negative binomial averaged over the error of the
 *         expectation (`predictedBound`).
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
    const { upper, chance } = predictedBound(mean, prediction.se, prediction.phi, options.alpha);
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

interface Prediction {
  readonly mean: number;
  readonly se: number;
  readonly phi: number;
  readonly leftOut: number;
}
type DailyFit = (index: number) => Prediction | undefined;

/** Fits the days before an index and predicts any day from it on, until the next call. */
function dailyFitter({ full, withoutHolidays, holidays }: DailyDesign, options: DailyOptions) {
  const { rows, columns } = full;
  const [model, lender] = [new LogLinear(rows, columns), new LogLinear(rows, columns)];
  const [known, weights, offset] = [0, 1, 2].map(() => new Float64Array(rows)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];

  function fit(target: LogLinear, design: typeof full, series: CountSeries, end: number) {
    const start = Math.max(0, end - options.years * YEAR);
    let used = 0;
    for (let i = 0; i < rows; i += 1) {
      known[i] = i >= start && i < end ? (series.known[i] ?? 0) : 0;
      used += known[i] ?? 0;
    }
    target.fit(design, series.counts, { weights: known, offset });
    for (let round = 0; round < ROUNDS; round += 1) {
      const phi = Math.max(1, target.dispersion());
      reweigh(target, series.counts, known, { phi, from: options.reweightFrom, rows }, weights);
      target.fit(design, series.counts, { weights, offset, warm: true });
    }
    return { used, leftOut: end - start - used };
  }

  return (series: CountSeries, index: number, parent: CountSeries | undefined): DailyFit | undefined => {
    const end = index - options.guard;
    if (end < YEAR) return undefined;
    const isBorrowing = parent !== undefined && end < COLUMNS_NEEDED;
    for (let i = 0; i < rows; i += 1) offset[i] = Math.log(parent && isBorrowing ? (parent.exposure?.[i] ?? 1) : 1);
    if (isBorrowing) fit(lender, full, parent, end);
    for (let i = 0; i < rows; i += 1) {
      const borrowed = isBorrowing
        ? (holidays[i] ?? []).reduce((sum, column) => sum + (lender.coefficients[column] ?? 0), 0)
        : 0;
      offset[i] = borrowed + Math.log(series.exposure?.[i] ?? 1);
    }
    const design = isBorrowing ? withoutHolidays : full;
    const { used, leftOut } = fit(model, design, series, end);
    if (used < YEAR / 2) return undefined;
    const phi = Math.max(1, model.dispersion());
    return (at) =>
      model.isEstimable(design, at)
        ? { mean: model.fitted[at] ?? 0, se: Math.sqrt(phi * model.variance(design, at)), phi, leftOut }
        : undefined;
  };
}

const withoutCalendar = (year: number): Sentence => ({
  zh: `${year} 年尚无节假日数据, 按普通日计算`,
  en: `no holiday data for ${year}: counted as ordinary days`,
});
