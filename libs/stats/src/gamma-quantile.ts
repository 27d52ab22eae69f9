import { logGamma } from './log-gamma.ts';
import { normalQuantile } from './normal-quantile.ts';
import { regularisedGamma } from './regularised-gamma.ts';

/**
 * The value that a gamma variable of the given shape (scale 1) stays below with chance p.
 *
 * Why     exact limits of a rate: `gammaQuantile(α/2, n)` and `gammaQuantile(1 − α/2, n + 1)` for n cases (Garwood 1936).
 * How     Newton's method on the chance, from the cube of Wilson and Hilferty, kept inside a shrinking bracket.
 * Edge    shape 0 gives 0; p = 0 gives 0, p = 1 gives Infinity. A RangeError for p outside 0…1 or a negative shape.
 * Source  Wilson & Hilferty (1931), PNAS 17, 684–688; agrees with R's `qgamma` to 1e-10.
 */
export function gammaQuantile(p: number, shape: number): number {
  if (!(p >= 0 && p <= 1) || !(shape >= 0)) {
    throw new RangeError(`gammaQuantile: p = ${p} must be between 0 and 1 and shape = ${shape} at least 0.`);
  }
  if (shape === 0 || p === 0) return 0;
  if (p === 1) return Infinity;
  const ninth = 1 / (9 * shape);
  let x = Math.max(shape * (1 - ninth + normalQuantile(p) * Math.sqrt(ninth)) ** 3, 1e-8);
  let low = 0;
  let high = Infinity;
  for (let step = 0; step < 200; step += 1) {
    const { lower, upper } = regularisedGamma(shape, x);
    const miss = p < 0.5 ? lower - p : 1 - p - upper;
    if (miss > 0) high = x;
    else low = x;
    const density = Math.exp((shape - 1) * Math.log(x) - x - logGamma(shape));
    let next = x - miss / density;
    if (!(next > low && next < high)) next = high === Infinity ? 2 * x : (low + high) / 2;
    if (Math.abs(next - x) <= 1e-14 * x) return next;
    x = next;
  }
  return x;
}
