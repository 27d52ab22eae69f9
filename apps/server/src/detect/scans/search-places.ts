import type { Sentence } from '@tocsin/contracts';
import {
  type ScanModel,
  type SpaceTimeCluster,
  SpaceTimeSearch,
  expectationModel,
  inProportion,
  poissonModel,
  quantile,
} from '@tocsin/detection';
import { Turns } from '../turns.ts';
import type { FoundCluster, Scan, ScanQuestion } from './scan-question.ts';
import { zonesOver } from './zones-over.ts';

type Rows = readonly (readonly number[])[];

/** What is searched: counts and what they are held against, by period (oldest first) and place. */
export interface Searched {
  readonly codes: readonly string[];
  readonly counts: Rows;
  readonly baselines: Rows;
  readonly lifts: readonly number[];
  readonly dispersion: number;
  readonly given: 'baselines' | 'totals';
  /** What is to be said of what some places are held against. */
  readonly saidOf: (codes: readonly string[]) => Sentence | null;
}

/** What a search comes to for one limit of p. */
type Told = Pick<Scan, 'clusters' | 'newestOf'>;

/** How many maps are simulated: with fewer no p could be as small as asked for. */
export const simulationsOf = ({ simulations, alpha }: Pick<ScanQuestion, 'simulations' | 'alpha'>): number =>
  Math.max(simulations, Math.ceil(1 / alpha));

/** The clusters of some places, with p by simulation in turns, so that requests are answered meanwhile. */
export async function searchPlaces(
  question: Pick<ScanQuestion, 'over' | 'periods' | 'alpha' | 'simulations' | 'seed'>,
  searched: Searched,
): Promise<Told & Pick<Scan, 'lowestP'> & { readonly under: (alpha: number) => Told }> {
  const { over, periods, alpha, seed } = question;
  const { codes, counts, baselines, dispersion, given } = searched;
  const weights = codes.map((_, place) => baselines.reduce((sum, row) => sum + (row[place] ?? 0), 0));
  const simulations = simulationsOf(question);
  const search = new SpaceTimeSearch(zonesOver(over, codes, weights), counts, baselines, {
    ...{ windows: periods.length, dispersion, simulations, seed, alpha, given },
  });
  const turns = new Turns();
  while (search.simulationsLeft > 0) {
    search.simulate(1);
    await turns.next();
  }
  const { mostLikely, secondary, nullMaxima } = search.result();
  const found = mostLikely === undefined ? [] : [mostLikely, ...secondary];
  const under = (limit: number): Told => {
    const told = tellingOf(question, searched, quantile(nullMaxima, 1 - limit));
    const clusters = found.filter(({ pValue }) => pValue <= limit).map((cluster) => told.clusterOf(cluster));
    return { clusters, newestOf: told.newestOf };
  };
  return { ...under(alpha), lowestP: mostLikely?.pValue ?? null, under };
}

/** Puts clusters into the figures that people see. */
function tellingOf({ periods }: Pick<ScanQuestion, 'periods'>, searched: Searched, critical: number) {
  const { codes, counts, lifts, dispersion, given } = searched;
  const baselines = given === 'totals' ? inProportion(counts, searched.baselines) : searched.baselines;
  const figures = (newest: number, places: readonly number[]) => {
    const sum = (rows: Rows, of: readonly number[]) =>
      rows.slice(-newest).reduce((all, row) => all + of.reduce((part, place) => part + (row[place] ?? 0), 0), 0);
    const every = codes.map((_, place) => place);
    const [observed, expected] = [sum(counts, places), sum(baselines, places)];
    const all = { observed: sum(counts, every), expected: sum(baselines, every) };
    const model =
      given === 'totals' ? poissonModel(all.observed / dispersion, all.expected / dispersion) : expectationModel;
    const upper = leastCases(model, { expected, dispersion, score: critical, most: all.observed + 1 });
    return {
      observed,
      expected,
      all,
      upper,
      members: places.map((place) => ({
        code: codes[place] ?? '',
        observed: sum(counts, [place]),
        expected: sum(baselines, [place]),
      })),
    };
  };
  const clusterOf = ({ periods: newest, locations, score, pValue }: SpaceTimeCluster): FoundCluster => {
    const { observed, expected, all, upper, members } = figures(newest, locations);
    const outside = { observed: all.observed - observed, expected: all.expected - expected };
    const plain = lifts.slice(-newest).reduce((sum, lift) => sum + lift, 0) / newest;
    return {
      members: members.sort((one, other) => other.observed - other.expected - (one.observed - one.expected)),
      from: periods.at(-newest)?.from ?? '',
      until: periods.at(-1)?.until ?? '',
      ...{ observed, expected, upper, score, pValue, lift: plain },
      baseline: searched.saidOf(members.map(({ code }) => code)),
      relativeRisk: outside.observed > 0 ? (observed / expected) * (outside.expected / outside.observed) : null,
    };
  };
  const newestOf: Scan['newestOf'] = (asked) => {
    const places = codes.flatMap((code, place) => (asked.includes(code) ? [place] : []));
    const { observed, expected, upper } = figures(1, places);
    return { observed, expected, upper };
  };
  return { clusterOf, newestOf };
}

/** The smallest whole count whose score reaches the critical one; `most` and one more where none up to there does. */
function leastCases(
  model: ScanModel,
  {
    expected,
    dispersion,
    score,
    most,
  }: { readonly expected: number; readonly dispersion: number; readonly score: number; readonly most: number },
): number {
  let [low, high] = [Math.ceil(expected), Math.ceil(Math.max(2 * expected, expected + 10, most)) * 4];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (middle > expected && model.score(middle / dispersion, expected / dispersion) >= score) high = middle;
    else low = middle + 1;
  }
  return low;
}
