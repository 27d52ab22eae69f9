import { LogLinear } from '@tocsin/stats';
import { type CountSeries } from '../farrington/farrington-series.ts';
import { residualByTail, reweigh } from '../reweigh.ts';
import type { DailyDesign } from './daily-design.ts';

export interface DailyFitOptions {
  /** At most so many years of history are learned from. */
  readonly years: number;
  /** Days just before the first predicted one that are left out, so that an outbreak does not hide in its own baseline. */
  readonly guard: number;
  /** Residual from which on past excesses are weighted down, twice. */
  readonly reweightFrom: number;
}

export const YEAR = 365;
const ROUNDS = 2;
/** A fit that expects or varies more has run away: a trend through a past that is nearly silent. */
const RUN_AWAY = 1e9;
const COLUMNS_NEEDED = 2 * YEAR;

/** What one day should bring. */
export interface Prediction {
  /** Cases. */
  readonly mean: number;
  /** Error of the mean's logarithm. */
  readonly se: number;
  /** Variance of a count as a multiple of its mean, at least 1. */
  readonly phi: number;
  /** Days of the history that could not be learned from. */
  readonly leftOut: number;
}
/** Predicts a day by its index, those learned from too; undefined where the history says nothing of such a day. */
export type DailyFit = (index: number) => Prediction | undefined;

/** The days `start ≤ index < end`, and whether they are too few to know their holidays. */
export interface Learned {
  readonly start: number;
  readonly end: number;
  readonly borrows: boolean;
}

/** Which days a prediction from an index on learns from; undefined where they are under a year. */
export function learnedBefore(index: number, { guard, years }: DailyFitOptions): Learned | undefined {
  const end = index - guard;
  return end < YEAR ? undefined : { start: Math.max(0, end - years * YEAR), end, borrows: end < COLUMNS_NEEDED };
}

/** Fits the days before an index and predicts any day from it on, until the next call. */
export function dailyFitter({ full, withoutHolidays, holidays }: DailyDesign, options: DailyFitOptions) {
  const { rows, columns } = full;
  const [model, lender] = [new LogLinear(rows, columns), new LogLinear(rows, columns)];
  const [known, weights, offset] = [0, 1, 2].map(() => new Float64Array(rows)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];

  function fit(target: LogLinear, design: typeof full, series: CountSeries, { start, end }: Learned) {
    let used = 0;
    for (let i = 0; i < rows; i += 1) {
      known[i] = i >= start && i < end ? (series.known[i] ?? 0) : 0;
      used += known[i] ?? 0;
    }
    target.fit(design, series.counts, { weights: known, offset });
    for (let round = 0; round < ROUNDS; round += 1) {
      const phi = Math.max(1, target.dispersion());
      reweigh(
        target,
        series.counts,
        known,
        { phi, from: options.reweightFrom, rows, residual: residualByTail },
        weights,
      );
      target.fit(design, series.counts, { weights, offset, warm: true });
    }
    return { used, leftOut: end - start - used };
  }

  const lent = (columns: readonly number[]) =>
    columns.reduce((sum, column) => sum + (lender.coefficients[column] ?? 0), 0);

  return (series: CountSeries, index: number, parent: CountSeries | undefined): DailyFit | undefined => {
    const learned = learnedBefore(index, options);
    if (learned === undefined) return undefined;
    const isBorrowing = parent !== undefined && learned.borrows;
    for (let i = 0; i < rows; i += 1) offset[i] = Math.log(parent && isBorrowing ? (parent.exposure?.[i] ?? 1) : 1);
    if (isBorrowing) fit(lender, full, parent, learned);
    for (let i = 0; i < rows; i += 1) {
      offset[i] = (isBorrowing ? lent(holidays[i] ?? []) : 0) + Math.log(series.exposure?.[i] ?? 1);
    }
    const design = isBorrowing ? withoutHolidays : full;
    const { used, leftOut } = fit(model, design, series, learned);
    const phi = Math.max(1, model.dispersion());
    if (used < YEAR / 2 || !(phi < RUN_AWAY)) return undefined;
    return (at) =>
      model.isEstimable(design, at) && (model.fitted[at] ?? 0) < RUN_AWAY
        ? { mean: model.fitted[at] ?? 0, se: Math.sqrt(phi * model.variance(design, at)), phi, leftOut }
        : undefined;
  };
}
