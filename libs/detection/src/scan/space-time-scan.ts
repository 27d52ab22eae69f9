import { drawPoisson, seededUniform } from '@tocsin/stats';
import { clustersApart, sumAt } from './clusters-apart.ts';
import { gumbelP, monteCarloP } from './ranking.ts';
import { expectationModel } from './scan-model.ts';
import { SubsetScanner } from './subset-scanner.ts';
import { type MapScanner, type Peak, ZoneScanner } from './zone-scanner.ts';
import type { Zones } from './zones.ts';

export interface SpaceTimeOptions {
  /** The longest cluster in periods; all windows that end with the newest period, up to it, are tried. */
  readonly windows: number;
  /** Variance over mean of a count around its baseline, at least 1. */
  readonly dispersion: number;
  readonly simulations: number;
  readonly seed: number;
  /** Further clusters are told as long as their p does not exceed this. */
  readonly alpha: number;
}

export const spaceTimeDefaults: SpaceTimeOptions = {
  windows: 4,
  dispersion: 1,
  simulations: 999,
  seed: 1,
  alpha: 0.05,
};

interface SpaceTimePeak extends Peak {
  /** How many of the newest periods the cluster spans. */
  readonly periods: number;
}

export interface SpaceTimeCluster extends SpaceTimePeak {
  readonly cases: number;
  readonly expected: number;
  readonly pValue: number;
  /** Only to rank clusters of the same p. */
  readonly gumbelP: number;
}

/** Where to look: zones, or all subsets of neighbourhoods. */
export type Territory = Zones | { readonly neighbourhoods: readonly (readonly number[])[]; readonly locations: number };

/**
 * The prospective scan: which places have had more cases of late than their own history expects?
 *
 * Shape   counts and baselines by period (oldest first) and location; as many periods as `windows` or more.
 * How     expectation-based Poisson over zones × windows. Counts and baselines are divided by the dispersion, so scores
 *         shrink as much as the noise is larger; simulated maps are Poisson around the baselines so divided.
 * Edge    a rise everywhere alike is a cluster too (the zones permitting): use `kulldorff` to ask only where. A location
 *         with a baseline of 0 has no score of its own. Throws RangeError for shapes that do not fit.
 * Source  Neill (2009), Int. J. Forecasting 25, 498–517; space–time windows: Kulldorff (2001), J. Roy. Statist. Soc. A
 *         164, 61–72.
 */
export function spaceTimeScan(
  territory: Territory,
  counts: readonly (readonly number[])[],
  baselines: readonly (readonly number[])[],
  options: Partial<SpaceTimeOptions> = {},
): { mostLikely: SpaceTimeCluster | undefined; secondary: SpaceTimeCluster[]; nullMaxima: Float64Array } {
  const { windows, dispersion, simulations, seed, alpha } = { ...spaceTimeDefaults, ...options };
  const { locations } = territory;
  check(locations, windows, dispersion, counts, baselines);
  const scaled = (rows: readonly (readonly number[])[]) =>
    newestFirst(rows, windows).map((row) => row.map((value) => value / dispersion));
  const [baselineRows, countRows] = [scaled(baselines), scaled(counts)];
  const scanners = cumulated(baselineRows).map((sums) => scannerOf(territory, sums));

  const uniform = seededUniform(seed);
  const nullMaxima = Float64Array.from({ length: simulations }, () => {
    const drawn = baselineRows.map((row) => row.map((mean) => drawPoisson(mean, uniform)));
    return Math.max(...cumulated(drawn).map((sums, window) => scanners[window]?.highest(sums) ?? 0));
  });

  const observed = cumulated(countRows);
  const peakBeside = (taken: Uint8Array) => highestOf(scanners, observed, taken);
  const clusterOf = (peak: SpaceTimePeak): SpaceTimeCluster => {
    const within = (rows: readonly (readonly number[])[]) =>
      newestFirst(rows, peak.periods).reduce((sum, row) => sum + sumAt(row, peak.locations), 0);
    return {
      ...peak,
      cases: within(counts),
      expected: within(baselines),
      pValue: monteCarloP(peak.score, nullMaxima),
      gumbelP: simulations > 1 ? gumbelP(peak.score, nullMaxima) : 1,
    };
  };
  return { ...clustersApart(locations, alpha, peakBeside, clusterOf), nullMaxima };
}

const newestFirst = <T>(rows: readonly T[], count: number): T[] => rows.slice(-count).reverse();

/** The sums of the first row, the first two, … by location. */
function cumulated(rows: readonly (readonly number[])[]): Float64Array[] {
  const sums = new Float64Array(rows[0]?.length ?? 0);
  return rows.map((row) => {
    row.forEach((value, location) => (sums[location] = (sums[location] as number) + value));
    return sums.slice();
  });
}

function scannerOf(territory: Territory, baselines: Float64Array): MapScanner {
  return 'neighbourhoods' in territory
    ? new SubsetScanner(territory.neighbourhoods, baselines, expectationModel)
    : new ZoneScanner(territory, baselines, expectationModel);
}

function highestOf(
  scanners: readonly MapScanner[],
  observed: readonly Float64Array[],
  taken: Uint8Array,
): SpaceTimePeak | undefined {
  let best: SpaceTimePeak | undefined;
  observed.forEach((sums, window) => {
    const peak = scanners[window]?.peak(sums, taken);
    if (peak !== undefined && peak.score > (best?.score ?? 0)) best = { ...peak, periods: window + 1 };
  });
  return best;
}

function check(
  locations: number,
  windows: number,
  dispersion: number,
  counts: readonly (readonly number[])[],
  baselines: readonly (readonly number[])[],
): void {
  if (counts.length !== baselines.length || !(windows >= 1) || counts.length < windows)
    throw new RangeError(
      `spaceTimeScan: ${counts.length} periods of counts, ${baselines.length} of baselines, windows up to ${windows}.`,
    );
  const odd = [...counts, ...baselines].find((row) => row.length !== locations);
  if (odd !== undefined) throw new RangeError(`spaceTimeScan: a row of ${odd.length} for ${locations} locations.`);
  if (!(dispersion >= 1)) throw new RangeError(`spaceTimeScan: the dispersion is ${dispersion}, but at least 1.`);
}
