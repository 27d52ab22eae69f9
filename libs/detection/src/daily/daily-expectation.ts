import type { HolidayTable } from '@tocsin/calendar';
import { predictedBound, predictedLowerBound, predictedTail } from '../farrington/farrington-bound.ts';
import { countSeries } from '../farrington/farrington-flexible.ts';
import type { CountSeries } from '../farrington/farrington-series.ts';
import type { Point } from '../point.ts';
import { type DailyDesign, dailyDesign } from './daily-design.ts';
import { type DailyFit, YEAR, dailyFitter } from './daily-fit.ts';
import { dailyDefaults } from './daily-regression.ts';

/** What some days together should bring, had nothing changed. */
export interface Expectation {
  readonly expected: number;
  /** Counts from `lower` to `upper` come in all but about `alpha` of such stretches, half of it at either end. */
  readonly lower: number;
  readonly upper: number;
  /** The chance of so many or more, and of so many or fewer. */
  readonly chanceOfMore: (count: number) => number;
  readonly chanceOfFewer: (count: number) => number;
}

export interface ExpectationOptions {
  readonly calendar?: HolidayTable;
  /** A design made before for the same days. */
  readonly design?: DailyDesign;
  /** Two-sided. */
  readonly alpha?: number;
  /** A fit predicts so many days before it is made anew. */
  readonly refitAfter?: number;
}

/** Stretches of the history that the spread of a sum is learned from: at least, and at most. */
const FEWEST_STRETCHES = 6;
const MOST_STRETCHES = 60;
/** A fit that expects more has run away: a trend learned from a few days at the end of silence, drawn on for months. */
const RUN_AWAY = 1e9;
/** The tenth that missed by most may hold past events, which say nothing of the usual spread. */
const USUAL = 0.9;

/**
 * What a stretch of days should bring, by the daily regression on the days before it: weekday, holiday, season and trend.
 *
 * Shape   the series has no gaps in its days; a stretch is `start ≤ index < end`, and may lie past the last known day.
 * Spread  a sum of days varies at least as much as its days do; where past stretches of the same length missed their own
 *         fit by more (days that hang together), as much as those.
 * Says    undefined where less than a year of history lies before the stretch, and where the fit has run away.
 * Source  the model of `dailyRegression`; bounds as in `predictedBound`.
 */
export class DailyExpectation {
  readonly #design: DailyDesign;
  readonly #counts: CountSeries;
  readonly #fitter: ReturnType<typeof dailyFitter>;
  readonly #alpha: number;
  readonly #refitAfter: number;
  /** The newest fit, and how far sums of so many days missed it. */
  #fit:
    { readonly at: number; readonly predict: DailyFit | undefined; readonly spreads: Map<number, number> } | undefined;

  constructor(series: readonly Point[], options: ExpectationOptions = {}) {
    const { calendar = {}, alpha = 0.05, refitAfter = 28 } = options;
    this.#design =
      options.design ??
      dailyDesign(
        series.map(({ at }) => at),
        calendar,
      );
    this.#counts = countSeries(series);
    this.#fitter = dailyFitter(this.#design, dailyDefaults);
    this.#alpha = alpha;
    this.#refitAfter = refitAfter;
  }

  between(start: number, end: number): Expectation | undefined {
    return this.#stretch(start, end, () => 1);
  }

  /**
   * The same for a stretch that reaches far ahead, where the error of season and trend weighs most: days that hang together
   * teach less than as many independent ones, so its variance grows as the spread of stretches does.
   */
  ahead(start: number, end: number): Expectation | undefined {
    return this.#stretch(start, end, (spread, phi) => Math.sqrt(spread / phi));
  }

  #stretch(start: number, end: number, widened: (spread: number, phi: number) => number): Expectation | undefined {
    const predict = this.#fitBefore(start);
    const sum = predict === undefined ? undefined : sumOf(predict, start, end);
    if (predict === undefined || sum === undefined) return undefined;
    const { mean } = sum;
    const phi = Math.max(sum.phi, this.#spreadOf(predict, start, end - start));
    const se = sum.se * widened(phi, sum.phi);
    const side = this.#alpha / 2;
    const chanceOfMore = (count: number) => predictedTail(count, mean, se, phi);
    return {
      expected: mean,
      lower: predictedLowerBound(mean, se, phi, side),
      upper: predictedBound(mean, se, phi, side).upper,
      chanceOfMore,
      chanceOfFewer: (count) => 1 - chanceOfMore(count + 1),
    };
  }

  /** A fit serves the stretches that follow it closely; an earlier one is made anew. */
  #fitBefore(start: number): DailyFit | undefined {
    const { at, predict } = this.#fit ?? {};
    if (at !== undefined && start >= at && start - at < this.#refitAfter) return predict;
    this.#fit = { at: start, predict: this.#fitter(this.#counts, start, undefined), spreads: new Map() };
    return this.#fit.predict;
  }

  /** The same for all stretches of one length that a fit serves. */
  #spreadOf(predict: DailyFit, start: number, length: number): number {
    const { spreads } = this.#fit ?? {};
    const known = spreads?.get(length) ?? this.#spread(predict, start, length);
    spreads?.set(length, known);
    return known;
  }

  /**
   * How far past stretches of this length lay from their own fit, as a multiple of their mean. A stretch too long to have
   * come often enough borrows from the longest that has.
   */
  #spread(predict: DailyFit, start: number, asked: number): number {
    const missed: number[] = [];
    const newest = (this.#fit?.at ?? start) - dailyDefaults.guard;
    const length = Math.max(
      1,
      Math.min(asked, Math.floor(Math.min(newest, dailyDefaults.years * YEAR) / FEWEST_STRETCHES)),
    );
    for (let end = newest; end - length >= 0 && missed.length < MOST_STRETCHES; end -= length) {
      if (newest - end > dailyDefaults.years * YEAR - length) break;
      const sum = sumOf(predict, end - length, end);
      const count = countOf(this.#counts, end - length, end);
      if (sum !== undefined && count !== undefined) missed.push((count - sum.mean) ** 2 / sum.mean);
    }
    if (missed.length < FEWEST_STRETCHES) return 1;
    const usual = missed.sort((a, b) => a - b).slice(0, Math.ceil(missed.length * USUAL));
    return usual.reduce((total, one) => total + one, 0) / (usual.length - 1);
  }
}

/** The errors of one fit go the same way on all days; what its days vary by does not. */
function sumOf(predict: DailyFit, start: number, end: number): { mean: number; se: number; phi: number } | undefined {
  let [mean, error, variance] = [0, 0, 0];
  for (let index = start; index < end; index += 1) {
    const day = predict(index);
    if (day === undefined) return undefined;
    mean += day.mean;
    error += day.mean * day.se;
    variance += day.mean * day.phi;
  }
  return mean > 0 && mean < RUN_AWAY ? { mean, se: error / mean, phi: variance / mean } : undefined;
}

/** Cases of the days; undefined where one of them is not known. */
function countOf({ counts, known }: CountSeries, start: number, end: number): number | undefined {
  let count = 0;
  for (let index = start; index < end; index += 1) {
    if (known[index] !== 1) return undefined;
    count += counts[index] ?? 0;
  }
  return count;
}
