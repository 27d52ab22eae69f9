import { stepUp } from './step-up.ts';

/**
 * q-values that control the false discovery rate whatever the tests have to do with each other: for families that mix a
 * whole with its parts.
 *
 * How     those of Benjamini and Hochberg times 1 + 1/2 + … + 1/m.
 * Edge    as `benjaminiHochberg`.
 * Source  Benjamini & Yekutieli (2001), Ann. Statist. 29, 1165–1188; same as R's `p.adjust(p, "BY")`.
 */
export function benjaminiYekutieli(pValues: readonly number[]): number[] {
  let harmonic = 0;
  for (let rank = 1; rank <= pValues.length; rank += 1) harmonic += 1 / rank;
  return stepUp(pValues, (p, rank) => (p * harmonic * pValues.length) / rank);
}
