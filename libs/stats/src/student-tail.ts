import { regularisedBeta } from './regularised-beta.ts';

/**
 * P(T ≥ t) for Student's t with the given degrees of freedom: the upper tail when the spread itself was estimated.
 *
 * Edge    0 gives ½; a negative t gives the larger part. Degrees of freedom must be > 0, else RangeError.
 * Source  Abramowitz & Stegun (1964), 26.5.27: P(|T| ≥ t) = I_x(df/2, ½), x = df / (df + t²).
 */
export function studentTail(t: number, degreesOfFreedom: number): number {
  if (!(degreesOfFreedom > 0)) {
    throw new RangeError(`studentTail: ${degreesOfFreedom} degrees of freedom, but there must be more than 0.`);
  }
  const square = t * t;
  const x = degreesOfFreedom / (degreesOfFreedom + square);
  const oneSide = regularisedBeta(x, degreesOfFreedom / 2, 0.5, square / (degreesOfFreedom + square)) / 2;
  return t < 0 ? 1 - oneSide : oneSide;
}
