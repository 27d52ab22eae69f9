import { poissonTail } from './poisson-tail.ts';
import { tailByTerms } from './few-terms.ts';
import { regularisedBeta } from './regularised-beta.ts';

/** Beyond this size a negative binomial is a Poisson to every digit that a double can tell apart here. */
const NEARLY_POISSON = 1e9;

/**
 * P(X ≥ count) for a negative binomial X with the given mean and size: a Poisson number whose mean itself varies.
 *
 * Shape   variance = mean + mean²/size; a large size is nearly Poisson.
 * Units   `count` and `expected` in cases of the same bucket.
 * How     few terms below the mean are added up one by one; else by the incomplete beta function.
 * Edge    a count of 0 or less gives 1. Nothing expected and something counted gives 0. A fractional count is rounded up.
 * Source  Abramowitz & Stegun (1964), 26.5.26: P(X ≥ k) = I_q(k, size), q = mean / (mean + size).
 */
export function negativeBinomialTail(count: number, expected: number, size: number): number {
  if (!(expected >= 0) || !(size > 0)) {
    throw new RangeError(`negativeBinomialTail: expected ${expected} must be at least 0 and size ${size} above 0.`);
  }
  const k = Math.ceil(count);
  if (k <= 0 || expected === Infinity) return 1;
  if (size > NEARLY_POISSON) return poissonTail(count, expected);
  const q = expected / (expected + size);
  const terms = {
    mean: expected,
    first: () => Math.exp(-size * Math.log1p(expected / size)),
    ratio: (i: number) => ((size + i) / (i + 1)) * q,
  };
  return tailByTerms(k, terms) ?? regularisedBeta(q, k, size, size / (expected + size));
}
