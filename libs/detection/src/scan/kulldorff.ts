import { drawMultinomial, seededUniform } from '@tocsin/stats';
import { clustersApart, sumAt } from './clusters-apart.ts';
import { gumbelP, monteCarloRank } from './ranking.ts';
import { binomialModel, poissonModel } from './scan-model.ts';
import { type Peak, ZoneScanner } from './zone-scanner.ts';
import type { Zones } from './zones.ts';

export interface KulldorffOptions {
  /** `poisson`: denominators are expected cases (or anything in proportion to them). `binomial`: they are people. */
  readonly model: 'poisson' | 'binomial';
  /** Simulated maps; p cannot fall below 1 / (simulations + 1). */
  readonly simulations: number;
  /** The same seed gives the same answer. */
  readonly seed: number;
  /** Further clusters are told as long as their p does not exceed this. */
  readonly alpha: number;
}

export const kulldorffDefaults: KulldorffOptions = { model: 'poisson', simulations: 999, seed: 1, alpha: 0.05 };

export interface Cluster extends Peak {
  readonly cases: number;
  readonly expected: number;
  /** Place among the simulated maxima, 1 the highest. */
  readonly rank: number;
  readonly pValue: number;
  /** Only to rank clusters of the same p. */
  readonly gumbelP: number;
}

export interface ScanResult {
  /** The most likely cluster; undefined if no zone has more cases than expected. */
  readonly mostLikely: Cluster | undefined;
  /** Others that touch none before them, the likeliest first. */
  readonly secondary: readonly Cluster[];
  /** The highest score of each simulated map. */
  readonly nullMaxima: Float64Array;
}

/**
 * Kulldorff's scan: where do more cases lie than the denominators explain, given how many there are in all?
 *
 * Shape   cases (whole numbers) and denominators by location, as many as the zones have.
 * How     the zone with the highest likelihood ratio, held against the highest of maps on which the same cases fall by
 *         chance in proportion to the denominators: one test for all zones together.
 * Edge    no cases, or denominators of 0 everywhere: throws RangeError. A zone without denominator has no score of its
 *         own; its cases count in larger ones.
 * Source  Kulldorff (1997), Commun. Statist. Theory Meth. 26, 1481–1496; same results as R's SpatialEpi::kulldorff.
 */
export function kulldorff(
  zones: Zones,
  cases: readonly number[],
  denominators: readonly number[],
  options: Partial<KulldorffOptions> = {},
): ScanResult {
  const { model, simulations, seed, alpha } = { ...kulldorffDefaults, ...options };
  const [allCases, all] = [sum(cases), sum(denominators)];
  if (cases.length !== zones.locations)
    throw new RangeError(`kulldorff: ${cases.length} counts for ${zones.locations} locations.`);
  if (!(allCases > 0 && all > 0)) throw new RangeError(`kulldorff: ${allCases} cases on denominators of ${all}.`);

  const likelihood = model === 'poisson' ? poissonModel(allCases, all) : binomialModel(allCases, all);
  const scanner = new ZoneScanner(zones, denominators, likelihood);
  const uniform = seededUniform(seed);
  const map = new Float64Array(zones.locations);
  const nullMaxima = Float64Array.from({ length: simulations }, () =>
    scanner.highest(drawMultinomial(Math.round(allCases), denominators, uniform, map)),
  );
  const clusterOf = (peak: Peak): Cluster => {
    const rank = monteCarloRank(peak.score, nullMaxima);
    return {
      ...peak,
      cases: sumAt(cases, peak.locations),
      expected: likelihood.expected(sumAt(denominators, peak.locations)),
      rank,
      pValue: rank / (simulations + 1),
      gumbelP: simulations > 1 ? gumbelP(peak.score, nullMaxima) : 1,
    };
  };
  const observed = Float64Array.from(cases);
  const apart = clustersApart(zones.locations, alpha, (taken) => scanner.peak(observed, taken), clusterOf);
  return { ...apart, nullMaxima };
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
