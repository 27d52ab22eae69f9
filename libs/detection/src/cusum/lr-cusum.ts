import { countWithRatio, likelihoodRatio } from './likelihood-ratio.ts';

/** What a chart says about each bucket. */
export interface ChartPoint {
  /** The statistic with this bucket; after an alarm it starts at 0 again. */
  readonly statistic: number;
  /** The count that would just have raised an alarm. */
  readonly upper: number;
  readonly isAlarm: boolean;
}

export interface LrCusumOptions {
  /** ln of the rise to be found: ln 1.5 by default; below 0 a fall is looked for. */
  readonly kappa: number;
  readonly limit: number;
  /** Variance beyond Poisson: μ + extra·μ². */
  readonly extra: number;
}

/**
 * The likelihood-ratio CUSUM of counts around their expected means: small rises add up until they cannot be chance.
 *
 * Shape   S = max(0, S + z), z the `likelihoodRatio`; alarm where S > limit, then S starts at 0 again. A count of null
 *         leaves S as it is.
 * Source  Höhle & Paul (2008), Computational Statistics & Data Analysis 52, 4357–4368; same figures as R's `algo.glrnb`
 *         with a fixed `theta`.
 */
export function lrCusum(
  counts: readonly (number | null)[],
  means: readonly number[],
  { kappa, limit, extra }: LrCusumOptions,
): ChartPoint[] {
  let sum = 0;
  return counts.map((count, i) => {
    const mean = means[i] ?? 0;
    const upper = Math.max(0, countWithRatio(limit - sum, mean, kappa, extra));
    if (count === null) return { statistic: sum, upper, isAlarm: false };
    const statistic = Math.max(0, sum + likelihoodRatio(count, mean, kappa, extra));
    const isAlarm = statistic > limit;
    sum = isAlarm ? 0 : statistic;
    return { statistic, upper, isAlarm };
  });
}
