import { FEW_TERMS } from './few-terms.ts';
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
  if (k <= FEW_TERMS && k <= expected) return 1 - fewerThan(k, expected);
  return regularisedGamma(k, expected).lower;
}

/** P(X < k), term by term: each is mean / (i + 1) times the one before. */
function fewerThan(k: number, expected: number): number {
  let term = Math.exp(-expected);
  let sum = term;
  for (let i = 0; i < k - 1; i += 1) {
    term *= expected / (i + 1);
    sum += term;
  }
  return Math.min(1, sum);
}
