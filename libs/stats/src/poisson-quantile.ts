import { lowestCount } from './lowest-count.ts';
import { normalQuantile } from './normal-quantile.ts';
import { regularisedGamma } from './regularised-gamma.ts';

/**
 * The smallest count that a Poisson number with the given mean stays at or below with chance p.
 *
 * Edge    p = 1 gives Infinity; nothing expected gives 0. A RangeError for p outside 0…1.
 * Source  agrees with R's `qpois`.
 */
export function poissonQuantile(p: number, expected: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`poissonQuantile: p is ${p}, but must be between 0 and 1.`);
  if (p === 1 || expected === Infinity) return Infinity;
  if (p === 0 || expected === 0) return 0;
  const z = normalQuantile(p);
  const guess = expected + Math.sqrt(expected) * z + (z * z - 1) / 6;
  return lowestCount(guess, (count) => {
    const { lower, upper } = regularisedGamma(count + 1, expected);
    return p < 0.5 ? upper >= p : lower <= 1 - p;
  });
}
