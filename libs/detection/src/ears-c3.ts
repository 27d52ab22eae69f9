import { normalQuantile } from '@tocsin/stats';
import type { Verdict } from '@tocsin/contracts';
import { baselineWindow } from './baseline-window.ts';
import { standardised } from './ears-against.ts';
import { type EarsOptions, GUARD, earsC3Defaults } from './ears-options.ts';
import { judge, tooLittleHistory } from './judge.ts';
import type { Baseline, Point } from './point.ts';

/** Buckets before the tested one whose excess counts. */
const REMEMBERED = 2;

/**
 * EARS C3: were the two buckets before, taken together, higher than chance allows? For a rise that no single one proves.
 *
 * Shape   one verdict per point, in the same order.
 * Upper   max(0, count + sd·(z(1 − alpha) − Σ max(0, c − 1))) over the C2 scores c of the two buckets before, with the sd
 *         of the tested bucket's own C2 baseline. The bound moves with the count, so a bucket is in excess when that
 *         sum passes z, whatever its own count (unless it is 0).
 * Score   Σ max(0, c − 1) over the two buckets before.
 * Chance  none: the alarm does not rest on the bucket's own count.
 * Edge    a bucket before without data, or unfinished, adds nothing. With minSigma 0 a silent baseline has no spread: a
 *         bucket equal to its mean adds nothing, a higher one settles it.
 * Says    `too-little-history` before baseline + 4 buckets.
 * Source  Fricker, Hegler & Dunfee (2008), Statistics in Medicine 27, 3407–3429. Same figures as R
 *         `surveillance::earsC(method = "C3")`.
 */
export function earsC3(series: readonly Point[], options: EarsOptions = {}): Verdict[] {
  const { baseline: length, alpha, minSigma } = { ...earsC3Defaults, ...options };
  const z = -normalQuantile(alpha);
  const baselines = series.map((_, index) => baselineWindow(series, index, { length, guard: GUARD, minSd: minSigma }));
  const surpluses = series.map((point, index) => surplus(point, baselines[index]));

  return series.map((point, index) => {
    const baseline = baselines[index];
    if (baseline === undefined || index < length + GUARD + REMEMBERED) {
      return tooLittleHistory(point, Math.max(0, index - GUARD - REMEMBERED), length);
    }
    const remembered = surpluses.slice(index - REMEMBERED, index).reduce((sum, one) => sum + one, 0);
    const room = z - remembered;
    return judge(point, {
      expected: baseline.mean,
      // Without spread there is no room either way; 0·∞ would be no number.
      upper:
        baseline.sd === 0 && room === -Infinity ? 0 : Math.max(0, (point.count ?? baseline.mean) + baseline.sd * room),
      chance: () => null,
      score: () => remembered,
      leftOut: baseline.leftOut,
    });
  });
}

function surplus(point: Point, baseline: Baseline | undefined): number {
  if (baseline === undefined || point.count === null || !point.complete) return 0;
  return Math.max(0, standardised(point.count, baseline.mean, baseline.sd) - 1);
}
