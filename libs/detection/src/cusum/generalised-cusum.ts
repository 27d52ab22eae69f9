import { lowestCount } from '@tocsin/stats';
import { likelihoodRatio } from './likelihood-ratio.ts';
import type { ChartPoint } from './lr-cusum.ts';

export interface GeneralisedCusumOptions {
  readonly limit: number;
  /** Variance beyond Poisson: μ + extra·μ². */
  readonly extra: number;
  readonly direction: 'inc' | 'dec';
  /** A change is thought to be at least so many buckets old, and at most `oldest` (−1: any age). */
  readonly youngest: number;
  readonly oldest: number;
  /** R passes over a beginning after which no Poisson case came at all, the strongest fall there is. */
  readonly compat?: 'r-surveillance' | undefined;
}

/**
 * The generalised likelihood-ratio CUSUM: for every possible beginning of a change, the size that fits best; the statistic
 * is the best of all. It needs no guess how large the rise will be.
 *
 * Shape   alarm where the statistic reaches the limit; then the chart begins anew with the next bucket.
 * Upper   the smallest count that would raise an alarm (the largest, when falls are looked for).
 * Cost    O(buckets since the last alarm) maximisations a bucket, of a few steps each.
 * Source  Höhle & Paul (2008), Computational Statistics & Data Analysis 52, 4357–4368; same figures as R's `algo.glrnb`
 *         without `theta`.
 */
export function generalisedCusum(
  counts: readonly number[],
  means: readonly number[],
  options: GeneralisedCusumOptions,
): { readonly points: ChartPoint[]; upperAt(index: number): number } {
  let begin = 0;
  const begins: number[] = [];
  const points = counts.map((_, i) => {
    begins.push(begin);
    const statistic = bestRatio(counts, means, begin, i, options);
    const isAlarm = statistic >= options.limit;
    if (isAlarm) begin = i + 1;
    return { statistic, upper: Number.NaN, isAlarm };
  });
  const reaches = (index: number, count: number) => {
    const changed = counts.slice(0, index + 1);
    changed[index] = count;
    return bestRatio(changed, means, begins[index] ?? 0, index, options) >= options.limit;
  };
  const upperAt = (index: number) =>
    options.direction === 'inc'
      ? lowestCount(counts[index] ?? 0, (count) => reaches(index, count))
      : Math.max(0, lowestCount(0, (count) => !reaches(index, count)) - 1);
  return { points, upperAt };
}

function bestRatio(
  counts: readonly number[],
  means: readonly number[],
  begin: number,
  end: number,
  options: GeneralisedCusumOptions,
): number {
  const { youngest, oldest } = options;
  const earliest = oldest < 0 ? begin : Math.max(begin, end - oldest);
  let best = 0;
  for (let from = earliest; from <= end - youngest + 1; from += 1) {
    const kappa = likeliestChange(counts, means, from, end, options);
    if (kappa === -FARTHEST && options.compat === 'r-surveillance' && options.extra === 0) continue;
    let sum = 0;
    for (let i = from; i <= end; i += 1) sum += likelihoodRatio(counts[i] ?? 0, means[i] ?? 0, kappa, options.extra);
    best = Math.max(best, sum);
  }
  return best;
}

/** Where no case came at all, a fall has no finite size; e^−30 is nothing. */
const FARTHEST = 30;

/** The κ that makes these counts likeliest: 0 if that lies in the other direction. Newton's method; the sum is concave. */
function likeliestChange(
  counts: readonly number[],
  means: readonly number[],
  from: number,
  end: number,
  { extra, direction }: GeneralisedCusumOptions,
): number {
  let came = 0;
  let expected = 0;
  for (let i = from; i <= end; i += 1) {
    came += counts[i] ?? 0;
    expected += means[i] ?? 0;
  }
  let kappa = came === 0 ? -FARTHEST : Math.log(came / expected);
  if (extra > 0 && came > 0) {
    for (let step = 0; step < 100; step += 1) {
      let slope = 0;
      let curvature = 0;
      for (let i = from; i <= end; i += 1) {
        const count = counts[i] ?? 0;
        const part = extra * (means[i] ?? 0) * Math.exp(kappa);
        slope += (count - part / extra) / (1 + part);
        curvature += ((1 + extra * count) * part) / (extra * (1 + part) ** 2);
      }
      const change = slope / curvature;
      kappa += Math.max(-1, Math.min(1, change));
      if (Math.abs(change) < 1e-12) break;
    }
  }
  return direction === 'inc' ? Math.max(0, kappa) : Math.min(0, kappa);
}
