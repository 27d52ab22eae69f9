import { regularisedGamma } from './regularised-gamma.ts';

/**
 * Φ(z): the chance that a standard normal value is at most z.
 *
 * How     Φ(z) = ½·Q(½, z²/2) left of zero, its mirror image to the right; far tails keep their relative accuracy.
 * Edge    −Infinity gives 0, Infinity gives 1. For an upper tail ask for Φ(−z), never 1 − Φ(z).
 * Source  Abramowitz & Stegun (1964), 26.2.29 with 6.5.17.
 */
export function normalCdf(z: number): number {
  if (z === Infinity) return 1;
  if (z === -Infinity) return 0;
  const { lower, upper } = regularisedGamma(0.5, (z * z) / 2);
  return z < 0 ? upper / 2 : (1 + lower) / 2;
}
