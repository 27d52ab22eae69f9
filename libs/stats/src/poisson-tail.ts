import { tailByTerms } from './few-terms.ts';
import { regularisedGamma } from './regularised-gamma.ts';

/**
 * P(X ≥ count) for a Poisson number X with the given mean: how often so many or more come by chance.
 *
 * Units   `count` and `expected` in cases of the same bucket.
 * How     few terms below the mean are added up one by one; else by the incomplete gamma function.
 * Edge    a count of 0 or less gives 1. Nothing expected and something counted gives 0. A fractional count is rounded up.
 * Source  Abramowitz & Stegun (1964), 26.4.21: P(X ≥ k) is the lower incomplete gamma share P(k, mean).
 */
export function poissonTail(count: number, expected: number): number {
  if (!(expected >= 0))
    throw new RangeError(`poissonTail: the expected number is ${expected}, but must be at least 0.`);
  const k = Math.ceil(count);
  if (k <= 0 || expected === Infinity) return 1;
  const terms = { mean: expected, first: () => Math.exp(-expected), ratio: (i: number) => expected / (i + 1) };
  return tailByTerms(k, terms) ?? regularisedGamma(k, expected).lower;
}
