import {
  type Cluster,
  type ScanResult,
  circularZones,
  indirectStandardisation,
  kulldorff,
  kulldorffDefaults,
  planeDistance,
  quantile,
} from '@tocsin/detection';
import { CommandFailure } from '../command-failure.ts';
import type { MapFile, StrataFile } from './scan-file.ts';

export interface ScanSettings {
  readonly seed: number;
  readonly simulations: number | undefined;
  readonly maxShare: number | undefined;
}

const QUANTILES = { '50%': 0.5, '90%': 0.9, '95%': 0.95, '99%': 0.99, '99.9%': 0.999 };

/** The clusters of a map. */
export function scanMap(file: MapFile, settings: ScanSettings): ScanResult {
  const { cases, population, expected, x, y } = file;
  const zones = circularZones(population, planeDistance(x, y), settings.maxShare ?? named(file, 'pop.upper.bound'));
  return kulldorff(zones, cases, expected ?? population, {
    model: expected === undefined ? 'binomial' : 'poisson',
    simulations: settings.simulations ?? named(file, 'n.simulations') ?? kulldorffDefaults.simulations,
    alpha: named(file, 'alpha.level') ?? kulldorffDefaults.alpha,
    seed: settings.seed,
  });
}

/** The map's document with our clusters where reference results stand. */
export function answerMap(file: MapFile, { mostLikely, secondary, nullMaxima }: ScanResult): object {
  const { population, cases, expected } = file;
  const all = sumOf(cases);
  const people = sumOf(population);
  const expectedAt = expected ?? population.map((here) => (all * here) / people);
  const described = ({ locations, score, pValue, ...cluster }: Cluster) => {
    const sum = sumAt(expectedAt, locations);
    return {
      locations1based: locations.map((location) => location + 1),
      population: sumAt(population, locations),
      cases: cluster.cases,
      expected: sum,
      SMR: cluster.cases / sum,
      LLR: score,
      mcRank: cluster.rank,
      p: pValue,
    };
  };
  return {
    ...file,
    expected: expected ?? {},
    mlc: mostLikely === undefined ? null : described(mostLikely),
    secondary: secondary.map(described),
    nullMaxLLRquantiles: Object.fromEntries(
      Object.entries(QUANTILES).map(([name, share]) => [name, quantile(nullMaxima, share)]),
    ),
  };
}

/** The strata's document with the counties and the cases to be expected in each. */
export function answerStrata(file: StrataFile): object {
  const { county, cases, population } = file;
  const columns = Object.values(file).filter(
    (column): column is string[] => column !== county && Array.isArray(column) && typeof column[0] === 'string',
  );
  if ([cases, population, ...columns].some(({ length }) => length !== county.length))
    throw new CommandFailure('The columns of the strata must be equally long.', 2);
  const expected = indirectStandardisation(
    county.map((location, row) => ({
      location,
      stratum: JSON.stringify(columns.map((column) => column[row])),
      cases: cases[row] ?? 0,
      population: population[row] ?? 0,
    })),
  );
  return { ...file, ids: [...expected.keys()], expected: [...expected.values()] };
}

/** A number that the reference's call gives by name. */
function named({ call }: MapFile, name: string): number | undefined {
  const [, after] = call.split(`${name}=`);
  const value = Number.parseFloat((after ?? '').trim());
  return Number.isNaN(value) ? undefined : value;
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const sumAt = (values: readonly number[], locations: readonly number[]) =>
  locations.reduce((sum, location) => sum + (values[location] ?? 0), 0);
