/** One stratum (age × sex, product × channel) of one location. */
export interface Stratum {
  readonly location: string;
  /** What makes strata of different locations comparable. */
  readonly stratum: string;
  readonly population: number;
  readonly cases: number;
}

/**
 * Cases to be expected in each location if every stratum had everywhere the rate that it has overall: so a region with
 * old people, or with much of a product that brings complaints, is not taken for a cluster.
 *
 * Shape   any number of strata per location, also none of some; the answer is by location, in order of first appearance.
 * Edge    a stratum in which nobody lives adds nothing. Sums to all cases that have somebody to have come from.
 * Source  indirect standardisation: Breslow & Day (1987), Statistical Methods in Cancer Research II, ch. 2.
 */
export function indirectStandardisation(strata: readonly Stratum[]): Map<string, number> {
  const overall = new Map<string, { population: number; cases: number }>();
  for (const { stratum, population, cases } of strata) {
    const known = overall.get(stratum) ?? { population: 0, cases: 0 };
    overall.set(stratum, { population: known.population + population, cases: known.cases + cases });
  }
  const expected = new Map<string, number>();
  for (const { location, stratum, population } of strata) {
    const all = overall.get(stratum);
    const share = all !== undefined && all.population > 0 ? (all.cases / all.population) * population : 0;
    expected.set(location, (expected.get(location) ?? 0) + share);
  }
  return expected;
}
