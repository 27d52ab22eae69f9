import { continuedFraction } from './continued-fraction.ts';
import { logGamma } from './log-gamma.ts';

const ENOUGH = 1e-16;

/** xᵃ·e⁻ˣ / Γ(a), through logarithms: each factor alone would overflow. */
const front = (a: number, x: number) => Math.exp(a * Math.log(x) - x - logGamma(a));

function seriesFromBelow(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * ENOUGH; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * front(a, x);
}

function fractionFromAbove(a: number, x: number): number {
  const fraction = continuedFraction((k) => ({ a: k * (a - k), b: x - a + 2 * k + 1 }));
  return front(a, x) / fraction;
}

/**
 * The incomplete gamma function as shares of the whole: `lower` = P(a, x), `upper` = Q(a, x) = 1 − P(a, x).
 *
 * Why     Poisson tails and the normal distribution are both this function.
 * How     the power series where x < a + 1, the continued fraction beyond. The smaller of the two parts is the one
 *         computed, so tails of 1e-100 keep their relative accuracy.
 * Edge    x = 0 gives 0 and 1. a must be > 0 and x ≥ 0, else RangeError.
 * Source  Abramowitz & Stegun (1964), 6.5.29 and 6.5.31.
 */
export function regularisedGamma(a: number, x: number): { lower: number; upper: number } {
  if (!(a > 0) || !(x >= 0)) throw new RangeError(`regularisedGamma: a = ${a} must be > 0 and x = ${x} at least 0.`);
  if (x === 0) return { lower: 0, upper: 1 };
  if (x < a + 1) {
    const lower = seriesFromBelow(a, x);
    return { lower, upper: 1 - lower };
  }
  const upper = fractionFromAbove(a, x);
  return { lower: 1 - upper, upper };
}
