import { lowestCount } from './lowest-count.ts';
import { normalQuantile } from './normal-quantile.ts';
import { negativeBinomialTail } from './negative-binomial-tail.ts';
import { regularisedBeta } from './regularised-beta.ts';

/**
 * The smallest count that a negative binomial number stays at or below with chance p.
 *
 * Shape   variance = mean + mean²/size, as in `negativeBinomialTail`.
 * How     search from the normal quantile with its correction for skewness; both tails are asked for where they are
 *         small, so chances of 1e-10 are exact.
 * Edge    p = 1 gives Infinity; nothing expected gives 0. A RangeError for p outside 0…1.
 * Source  agrees with R's `qnbinom`.
 */
export function negativeBinomialQuantile(p: number, expected: number, size: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`negativeBinomialQuantile: p is ${p}, but must be between 0 and 1.`);
  if (p === 1 || expected === Infinity) return Infinity;
  if (p === 0 || expected === 0) return 0;
  const q = expected / (expected + size);
  const sd = Math.sqrt(expected + (expected * expected) / size);
  const z = normalQuantile(p);
  const guess = expected + sd * (z + (((1 + 2 * (expected / size)) / sd) * (z * z - 1)) / 6);
  return lowestCount(guess, (count) =>
    p < 0.5
      ? regularisedBeta(1 - q, size, count + 1, q) >= p
      : negativeBinomialTail(count + 1, expected, size) <= 1 - p,
  );
}
