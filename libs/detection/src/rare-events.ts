import { regularisedBeta } from '@tocsin/stats';
import type { Verdict } from '@tocsin/contracts';
import { predictedBound } from './farrington/farrington-bound.ts';
import { judge, tooLittleHistory } from './judge.ts';
import { type Point, isUsable } from './point.ts';

export interface RareOptions {
  /** Chance of an alarm when nothing changed, for the count and for each sum of gaps. */
  readonly alpha: number;
  /** Buckets of history that are learned from. */
  readonly baseline: number;
  /** Buckets just before the tested one that are left out. */
  readonly guard: number;
}

export const rareDefaults: RareOptions = { alpha: 0.001, baseline: 365, guard: 7 };

const SUMS = [1, 2, 4];

/**
 * Rare events: fewer than one case a bucket. Is a bucket's count rare, or do cases follow each other too closely?
 *
 * Shape   one verdict per point. The mean is that of the `baseline` buckets before the guard, half a case where they are
 *         silent; its error is part of the chance.
 * Upper   the largest count whose successor is rarer than alpha (exact tail); 0 in a bucket whose cases end gaps that are
 *         too short (g-chart): the sum of the last 1, 2 or 4 gaps in buckets, where a gap of g has the chance p(1 − p)ᵍ and
 *         p = 1 − e^−mean.
 * Score   −log₁₀ of the smallest chance.
 * Source  Benneyan (2001), Health Care Management Science 4, 305–318 (g-charts).
 */
export function rareEvents(series: readonly Point[], given: Partial<RareOptions> = {}): Verdict[] {
  const { alpha, baseline, guard } = { ...rareDefaults, ...given };
  const caseAt: number[] = [];
  return series.map((point, index) => {
    const end = index - guard;
    const count = point.count ?? 0;
    for (let i = 0; i < Math.min(count, Math.max(...SUMS) + 1); i += 1) caseAt.push(index);
    if (end < baseline) return tooLittleHistory(point, Math.max(0, end), baseline);
    const known = series.slice(end - baseline, end).filter(isUsable);
    if (known.length < baseline / 2) return tooLittleHistory(point, known.length, baseline);
    const sum = known.reduce((all, one) => all + (one.count ?? 0), 0);
    const mean = Math.max(0.5, sum) / known.length;
    const bound = predictedBound(mean, 1 / Math.sqrt(Math.max(1, sum)), 1, alpha);
    const gaps = count > 0 ? smallestGapChance(caseAt, 1 - Math.exp(-mean)) : 1;
    return judge(point, {
      expected: mean,
      upper: gaps < alpha / SUMS.length ? Math.min(bound.upper, count - 1) : bound.upper,
      chance: (cases) => Math.min(1, bound.chance(cases), gaps * SUMS.length),
      score: (cases) => -Math.log10(Math.max(1e-300, Math.min(bound.chance(cases), gaps))),
      leftOut: baseline - known.length,
    });
  });
}

/** The smallest chance that the last 1, 2, 4 gaps together are so short: a lower tail of the negative binomial. */
function smallestGapChance(caseAt: readonly number[], p: number): number {
  const last = caseAt[caseAt.length - 1] ?? 0;
  let smallest = 1;
  for (const gaps of SUMS) {
    const first = caseAt[caseAt.length - 1 - gaps];
    if (first === undefined) break;
    // Of the buckets between, those without a case: at least 0 for several cases in one bucket.
    const empty = Math.max(0, last - first - gaps);
    smallest = Math.min(smallest, regularisedBeta(p, gaps, empty + 1));
  }
  return smallest;
}
