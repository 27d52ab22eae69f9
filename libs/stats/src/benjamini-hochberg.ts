import { stepUp } from './step-up.ts';

/**
 * q-values that control the false discovery rate: of all tests with q < x, about a share x is expected to be false.
 *
 * Shape   p-values of one family of tests, in any order; the answer keeps that order.
 * How     with the p-values sorted, q₍ᵢ₎ = min over j ≥ i of p₍ⱼ₎·m/j, never above 1.
 * Edge    no tests give no q-values; a single test keeps its p-value.
 * Source  Benjamini & Hochberg (1995), J. R. Statist. Soc. B 57, 289–300; same as R's `p.adjust(p, "BH")`.
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  return stepUp(pValues, (p, rank) => (p * pValues.length) / rank);
}
