import { LogLinear, studentTail } from '@tocsin/stats';
import { reweigh } from '../reweigh.ts';
import type { FarringtonOptions } from './farrington-options.ts';
import type { ReferenceFrame } from './reference-frame.ts';

/** What the past says about a bucket. */
export interface FarringtonFit {
  /** Expected cases, and the standard error of the logarithm of that number. */
  readonly mean: number;
  readonly se: number;
  /** How much more than Poisson the counts vary, at least 1. */
  readonly phi: number;
  /** Change of the logarithm in a year; null without a trend. */
  readonly trend: number | null;
  /** Buckets of the frame that could not be used. */
  readonly leftOut: number;
}

type FitOptions = Pick<FarringtonOptions, 'reweight' | 'reweightFrom' | 'trend' | 'trendAlpha' | 'beyond' | 'compat'>;

/** The past of one bucket: what came in each row of the frame, how far it is to be believed, and its exposure. */
export interface ReferenceCounts {
  readonly counts: Float64Array;
  /** 1, or 0 for a bucket without data or in a known event. The tested bucket itself has 0. */
  readonly known: Float64Array;
  /** Logarithm of the exposure; undefined where there is none. */
  readonly offset: Float64Array | undefined;
}

/** A fit that expects or varies more has run away: waves of the year through a past that is nearly silent. */
const RUN_AWAY = 1e9;

/** Years below which a trend cannot be told from chance. */
const FEWEST_YEARS_FOR_TREND = 3;

/**
 * A fitter for frames of up to `rows` × `columns`, with its working memory: fitting allocates nothing but the answer.
 * Undefined is answered where the past does not determine an expectation.
 */
export function farringtonFitter(rows: number, columns: number) {
  const model = new LogLinear(rows, columns);
  const weights = new Float64Array(rows);

  function fit(frame: ReferenceFrame, past: ReferenceCounts, options: FitOptions): FarringtonFit | undefined {
    if (options.trend) {
      const trended = fitDesign(frame, true, past, options);
      if (trended !== undefined && isTrendSound(trended.trendP, frame, options)) {
        const most = largestCount(frame, past, options.compat !== undefined || past.offset === undefined);
        if (trended.mean <= most) return trended;
        if (options.beyond === 'capped') return { ...trended, mean: most };
      }
    }
    return fitDesign(frame, false, past, options);
  }

  function fitDesign(frame: ReferenceFrame, hasTrend: boolean, past: ReferenceCounts, options: FitOptions) {
    const design = hasTrend ? frame.withTrend : frame.withoutTrend;
    const { counts, known, offset } = past;
    const last = design.rows - 1;
    model.fit(design, counts, { weights: known, offset });
    if (!(model.degreesOfFreedom > 0) || !model.isEstimable(design, last)) return undefined;
    if (hasTrend && !model.isConverged) return undefined;
    let dispersion = model.dispersion();
    let scale = dispersion;
    if (options.reweight) {
      reweigh(model, counts, known, { phi: Math.max(1, dispersion), from: options.reweightFrom, rows: last }, weights);
      model.fit(design, counts, { weights, offset, warm: options.compat === undefined });
      if (hasTrend && !model.isConverged) return undefined;
      dispersion = model.dispersion();
      scale = options.compat === 'r-surveillance' ? scaleInR(model, counts, weights, last) : dispersion;
    }
    const column = design.columns - 1;
    const trend = hasTrend ? (model.coefficients[column] ?? 0) : null;
    const trendVariance = hasTrend ? (model.covariance[column * design.columns + column] ?? 0) * scale : 0;
    if (!(dispersion < RUN_AWAY) || !((model.fitted[last] ?? 0) < RUN_AWAY)) return undefined;
    if (options.compat !== 'r-surveillance') scale = Math.max(1, dispersion);
    return {
      mean: model.fitted[last] ?? 0,
      se: Math.sqrt(scale * model.variance(design, last)),
      phi: Math.max(1, dispersion),
      trend,
      trendP: trend === null ? 1 : 2 * studentTail(Math.abs(trend) / Math.sqrt(trendVariance), model.degreesOfFreedom),
      leftOut: last - model.used,
    };
  }

  return fit;
}

const isTrendSound = (p: number, { years }: ReferenceFrame, { trendAlpha }: FitOptions) =>
  years >= FEWEST_YEARS_FOR_TREND && (trendAlpha >= 1 || p < trendAlpha);

/** The largest count of the past, for the exposure of the tested bucket: a trend is not believed beyond it. */
function largestCount({ back }: ReferenceFrame, { counts, known, offset }: ReferenceCounts, isPlain: boolean): number {
  const last = back.length - 1;
  const now = offset?.[last] ?? 0;
  let most = 0;
  for (let i = 0; i < last; i += 1) {
    const scale = isPlain ? 1 : Math.exp(now - (offset?.[i] ?? 0));
    if ((known[i] ?? 0) > 0) most = Math.max(most, (counts[i] ?? 0) * scale);
  }
  return most;
}

/**
 * What R scales the errors by after reweighting: Σω((y − μ)/μ)²/(n − p), because its summary finds the weights ω where it
 * looks for those of the last step.
 */
function scaleInR(model: LogLinear, counts: Float64Array, weights: Float64Array, rows: number): number {
  let sum = 0;
  for (let i = 0; i < rows; i += 1) {
    const mu = model.fitted[i] ?? 0;
    const weight = weights[i] ?? 0;
    if (weight > 0) sum += weight * (((counts[i] ?? 0) - mu) / mu) ** 2;
  }
  return sum / model.degreesOfFreedom;
}
