import { normalQuantile } from '@tocsin/stats';
import type { Verdict } from '@tocsin/contracts';
import { baselineWindow } from './baseline-window.ts';
import { chanceOfSoMany } from './chance-of-so-many.ts';
import { type EarsOptions, earsDefaults } from './ears-options.ts';
import { judge, tooLittleHistory } from './judge.ts';
import type { Baseline, Point } from './point.ts';

/** C1 and C2 are one rule with another guard: is a bucket above mean + z(1 − alpha)·sd of its baseline? */
export function earsAgainst(series: readonly Point[], guard: number, options: EarsOptions): Verdict[] {
  const { baseline: length, alpha, minSigma } = { ...earsDefaults, ...options };
  const z = -normalQuantile(alpha);
  return series.map((point, index) => {
    const baseline = baselineWindow(series, index, { length, guard, minSd: minSigma });
    if (baseline === undefined) return tooLittleHistory(point, Math.max(0, index - guard), length);
    const { mean, sd } = arrivedOf(baseline, point.maturity ?? 1);
    return judge(point, {
      expected: mean,
      upper: mean + z * sd,
      chance: (count) => chanceOfSoMany(count, { ...baseline, mean, sd }),
      score: (count) => standardised(count, mean, sd),
      leftOut: baseline.leftOut,
    });
  });
}

/** Mean and spread of a bucket of which a share has arrived, each case by itself: the variance is F²σ² + F(1 − F)μ. */
function arrivedOf({ mean, sd }: Pick<Baseline, 'mean' | 'sd'>, share: number): Pick<Baseline, 'mean' | 'sd'> {
  if (share >= 1) return { mean, sd };
  return { mean: share * mean, sd: Math.sqrt((share * sd) ** 2 + share * (1 - share) * mean) };
}

/** How many sd above the mean; without any spread, what equals the mean is 0 and what differs is infinitely far. */
export function standardised(count: number, mean: number, sd: number): number {
  return count === mean ? 0 : (count - mean) / sd;
}
