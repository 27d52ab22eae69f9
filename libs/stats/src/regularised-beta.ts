import { continuedFraction } from './continued-fraction.ts';
import { logGamma, logGammaDifference } from './log-gamma.ts';

/**
 * The incomplete beta function as a share of the whole, I_x(a, b).
 *
 * Why     tails of the negative binomial and of Student's t are both this function.
 * Shape   `complement` is 1 − x; hand it over where it is known better than by subtraction (x very near 1).
 * How     the continued fraction, on the side of the mean where it settles fast: I_x(a, b) = 1 − I_{1−x}(b, a).
 * Edge    x ≤ 0 gives 0, x ≥ 1 gives 1. a and b must be > 0, else RangeError.
 * Source  Abramowitz & Stegun (1964), 26.5.8 and 26.5.2.
 */
export function regularisedBeta(x: number, a: number, b: number, complement = 1 - x): number {
  if (!(a > 0) || !(b > 0)) throw new RangeError(`regularisedBeta: a = ${a} and b = ${b} must be > 0.`);
  if (x <= 0) return 0;
  if (complement <= 0) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - beforeTheMean(complement, b, a, x);
  return beforeTheMean(x, a, b, complement);
}

function beforeTheMean(x: number, a: number, b: number, complement: number): number {
  const [small, large] = a < b ? [a, b] : [b, a];
  const front = Math.exp(
    a * logOf(x, complement) +
      b * logOf(complement, x) +
      logGammaDifference(large, small) -
      logGamma(small) -
      Math.log(a),
  );
  return front / continuedFraction((k) => (k === 0 ? { a: 0, b: 1 } : { a: coefficient(k, x, a, b), b: 1 }));
}

/** ln of one of two numbers that add up to 1, by the smaller of them. */
const logOf = (one: number, other: number) => (other < 0.5 ? Math.log1p(-other) : Math.log(one));

function coefficient(k: number, x: number, a: number, b: number): number {
  const m = Math.floor(k / 2);
  return k % 2 === 0
    ? (m * (b - m) * x) / ((a + k - 1) * (a + k))
    : (-(a + m) * (a + b + m) * x) / ((a + k - 1) * (a + k));
}
