import { drawMultinomial, drawPoisson, seededUniform } from '@tocsin/stats';
import { clustersApart, sumAt } from './clusters-apart.ts';
import { gumbelP, monteCarloP } from './ranking.ts';
import { type ScanModel, expectationModel, poissonModel } from './scan-model.ts';
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
  /**
   * What is given: `baselines` are what each place should have, whatever comes elsewhere; or only the `totals` of the periods
   * are, which fall in proportion to the baselines: a rise everywhere alike is no cluster then.
   */
  readonly given: 'baselines' | 'totals';
}

export const spaceTimeDefaults: SpaceTimeOptions = {
  windows: 4,
  dispersion: 1,
  simulations: 999,
  seed: 1,
  alpha: 0.05,
  given: 'baselines',
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

export interface SpaceTimeResult {
  readonly mostLikely: SpaceTimeCluster | undefined;
  readonly secondary: readonly SpaceTimeCluster[];
  readonly nullMaxima: Float64Array;
}

/** Counts or baselines by period (oldest first) and location. */
type Rows = readonly (readonly number[])[];

/**
 * The prospective scan: which places have had more cases of late than their own history expects?
 *
 * Shape   counts and baselines by period (oldest first) and location; as many periods as `windows` or more.
 * How     expectation-based Poisson over zones × windows. Counts and baselines are divided by the dispersion, so scores
 *         shrink as much as the noise is larger; simulated maps are Poisson around the baselines so divided. Given the
 *         totals: Kulldorff's Poisson model over the same windows, and each period's cases fall anew by the baselines.
 * Edge    a rise everywhere alike is a cluster too (the zones permitting), unless the totals are given. A location with a
 *         baseline of 0 has no score of its own. Throws RangeError for shapes that do not fit.
 * Source  Neill (2009), Int. J. Forecasting 25, 498–517; space–time windows: Kulldorff (2001), J. Roy. Statist. Soc. A
 *         164, 61–72.
 */
export function spaceTimeScan(
  territory: Territory,
  counts: Rows,
  baselines: Rows,
  options: Partial<SpaceTimeOptions> = {},
): SpaceTimeResult {
  const search = new SpaceTimeSearch(territory, counts, baselines, options);
  search.simulate(search.simulationsLeft);
  return search.result();
}

/** The same in turns: a caller with other work simulates some maps at a time. The answer does not depend on the turns. */
export class SpaceTimeSearch {
  readonly #options: SpaceTimeOptions;
  readonly #territory: Territory;
  readonly #counts: Rows;
  readonly #baselines: Rows;
  /** Newest period first, divided by the dispersion. */
  readonly #observed: Float64Array[];
  readonly #scanners: MapScanner[];
  readonly #draw: () => Float64Array[];
  readonly #nullMaxima: Float64Array;
  #simulated = 0;

  constructor(territory: Territory, counts: Rows, baselines: Rows, options: Partial<SpaceTimeOptions> = {}) {
    const all = { ...spaceTimeDefaults, ...options };
    const { windows, dispersion, simulations, seed, given } = all;
    check(territory.locations, windows, dispersion, counts, baselines);
    const scaled = (rows: Rows) =>
      newestFirst(rows, windows).map((row) => Float64Array.from(row, (value) => value / dispersion));
    const [baselineRows, countRows] = [scaled(baselines), scaled(counts)];
    const totals = countRows.map((row) => row.reduce((sum, value) => sum + value, 0));
    const uniform = seededUniform(seed);
    this.#options = all;
    this.#territory = territory;
    this.#counts = counts;
    this.#baselines = given === 'totals' ? inProportion(counts, baselines) : baselines;
    this.#observed = cumulated(countRows);
    this.#scanners = cumulated(baselineRows).map((sums, window) =>
      scannerOf(territory, sums, given === 'totals' ? modelGiven(totals, window, sums) : expectationModel),
    );
    this.#draw =
      given === 'totals'
        ? () =>
            baselineRows.map((row, period) =>
              drawMultinomial(Math.round(totals[period] ?? 0), row, uniform, new Float64Array(row.length)),
            )
        : () => baselineRows.map((row) => row.map((mean) => drawPoisson(mean, uniform)));
    this.#nullMaxima = new Float64Array(simulations);
  }

  get simulationsLeft(): number {
    return this.#nullMaxima.length - this.#simulated;
  }

  /** Draws further maps, at most as many as are left. */
  simulate(maps: number): void {
    for (let turn = Math.min(maps, this.simulationsLeft); turn > 0; turn -= 1) {
      const drawn = cumulated(this.#draw());
      this.#nullMaxima[this.#simulated] = Math.max(
        ...drawn.map((sums, window) => this.#scanners[window]?.highest(sums) ?? 0),
      );
      this.#simulated += 1;
    }
  }

  /** What was found, against the maps simulated so far. */
  result(): SpaceTimeResult {
    const nullMaxima = this.#nullMaxima.slice(0, this.#simulated);
    const within = (rows: Rows, peak: SpaceTimePeak) =>
      newestFirst(rows, peak.periods).reduce((sum, row) => sum + sumAt(row, peak.locations), 0);
    const clusterOf = (peak: SpaceTimePeak): SpaceTimeCluster => ({
      ...peak,
      cases: within(this.#counts, peak),
      expected: within(this.#baselines, peak),
      pValue: monteCarloP(peak.score, nullMaxima),
      gumbelP: nullMaxima.length > 1 ? gumbelP(peak.score, nullMaxima) : 1,
    });
    const peakBeside = (taken: Uint8Array) => highestOf(this.#scanners, this.#observed, taken);
    return { ...clustersApart(this.#territory.locations, this.#options.alpha, peakBeside, clusterOf), nullMaxima };
  }
}

const newestFirst = <T>(rows: readonly T[], count: number): T[] => rows.slice(-count).reverse();

/** Baselines of each period raised or lowered to its total; a period without any has none. */
export function inProportion(counts: Rows, baselines: Rows): number[][] {
  const sum = (row: readonly number[]) => row.reduce((all, value) => all + value, 0);
  return baselines.map((row, period) => {
    const all = sum(row);
    const factor = all > 0 ? sum(counts[period] ?? []) / all : 0;
    return row.map((value) => value * factor);
  });
}

/** The sums of the first row, the first two, … by location. */
function cumulated(rows: readonly Float64Array[]): Float64Array[] {
  const sums = new Float64Array(rows[0]?.length ?? 0);
  return rows.map((row) => {
    row.forEach((value, location) => (sums[location] = (sums[location] as number) + value));
    return sums.slice();
  });
}

/** The cases of a window and all that they are held against. */
function modelGiven(totals: readonly number[], window: number, denominators: Float64Array): ScanModel {
  const cases = totals.slice(0, window + 1).reduce((sum, total) => sum + total, 0);
  return poissonModel(
    cases,
    denominators.reduce((sum, value) => sum + value, 0),
  );
}

function scannerOf(territory: Territory, baselines: Float64Array, model: ScanModel): MapScanner {
  return 'neighbourhoods' in territory
    ? new SubsetScanner(territory.neighbourhoods, baselines, model)
    : new ZoneScanner(territory, baselines, model);
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

function check(locations: number, windows: number, dispersion: number, counts: Rows, baselines: Rows): void {
  if (counts.length !== baselines.length || !(windows >= 1) || counts.length < windows)
    throw new RangeError(
      `spaceTimeScan: ${counts.length} periods of counts, ${baselines.length} of baselines, windows up to ${windows}.`,
    );
  const odd = [...counts, ...baselines].find((row) => row.length !== locations);
  if (odd !== undefined) throw new RangeError(`spaceTimeScan: a row of ${odd.length} for ${locations} locations.`);
  if (!(dispersion >= 1)) throw new RangeError(`spaceTimeScan: the dispersion is ${dispersion}, but at least 1.`);
}
