import { normalQuantile } from '@tocsin/stats';
import type { Verdict } from '@tocsin/contracts';
import { baselineWindow } from './baseline-window.ts';
import { chanceOfSoMany } from './chance-of-so-many.ts';
import { type EarsOptions, earsDefaults } from './ears-options.ts';
import { judge, tooLittleHistory } from './judge.ts';
import type { Point } from './point.ts';

/** C1 and C2 are one rule with another guard: is a bucket above mean + z(1 − alpha)·sd of its baseline? */
export function earsAgainst(series: readonly Point[], guard: number, options: EarsOptions): Verdict[] {
  const { baseline: length, alpha, minSigma } = { ...earsDefaults, ...options };
  const z = -normalQuantile(alpha);
  return series.map((point, index) => {
    const baseline = baselineWindow(series, index, { length, guard, minSd: minSigma });
    if (baseline === undefined) return tooLittleHistory(point, Math.max(0, index - guard), length);
    return judge(point, {
      expected: baseline.mean,
      upper: baseline.mean + z * baseline.sd,
      chance: (count) => chanceOfSoMany(count, baseline),
      score: (count) => standardised(count, baseline.mean, baseline.sd),
      leftOut: baseline.leftOut,
    });
  });
}

/** How many sd above the mean; without any spread, what equals the mean is 0 and what differs is infinitely far. */
export function standardised(count: number, mean: number, sd: number): number {
  return count === mean ? 0 : (count - mean) / sd;
}
