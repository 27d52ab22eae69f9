import type { Verdict } from '@tocsin/contracts';
import { earsAgainst } from './ears-against.ts';
import type { EarsOptions } from './ears-options.ts';
import type { Point } from './point.ts';

/**
 * EARS C1: is a bucket unusually high against the buckets just before it?
 *
 * Shape   one verdict per point, in the same order; `baseline` buckets t−b … t−1.
 * Upper   mean + z(1 − alpha)·max(sd, minSigma); in excess when the count lies above it.
 * Score   (count − mean) / sd, in standard deviations.
 * Says    `too-little-history` before `baseline` buckets; `no-data` where there is none; `not-mature` for a bucket
 *         that still runs and has not exceeded yet.
 * Cost    O(points × baseline).
 * Source  Hutwagner et al. (2003), J. Urban Health 80, i89–i96; Fricker, Hegler & Dunfee (2008), Statistics in Medicine
 *         27, 3407–3429. Same figures as R `surveillance::earsC(method = "C1")`.
 */
export function earsC1(series: readonly Point[], options: EarsOptions = {}): Verdict[] {
  return earsAgainst(series, 0, options);
}
