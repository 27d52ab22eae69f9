import type { Verdict } from '@tocsin/contracts';
import { earsAgainst } from './ears-against.ts';
import { type EarsOptions, GUARD } from './ears-options.ts';
import type { Point } from './point.ts';

/**
 * EARS C2: is a bucket unusually high against the recent past, leaving out the two buckets just before it?
 *
 * Shape   one verdict per point, in the same order; `baseline` buckets t−b−2 … t−3. The guard of two keeps the start of
 *         a rise from lifting its own bound.
 * Upper   mean + z(1 − alpha)·max(sd, minSigma); in excess when the count lies above it.
 * Score   (count − mean) / sd, in standard deviations.
 * Chance  `pValue` is more careful than alpha: see `chanceOfSoMany`.
 * Says    `too-little-history` before baseline + 2 buckets; `no-data` where there is none; `not-mature` for a bucket
 *         that still runs and has not exceeded yet.
 * Cost    O(points × baseline).
 * Source  Fricker, Hegler & Dunfee (2008), Statistics in Medicine 27, 3407–3429. Same figures as R
 *         `surveillance::earsC(method = "C2")`.
 */
export function earsC2(series: readonly Point[], options: EarsOptions = {}): Verdict[] {
  return earsAgainst(series, GUARD, options);
}
