/**
 * How fast a scan's simulated maps are, against the obvious implementation in the same run: every case falls by itself,
 * every circle is scored. `--places N` (280), `--cases N` (550), `--simulations N` (999), `--seed S` (1).
 *
 * ratio  time of the obvious one divided by ours, median of three rounds each, with the same cluster and score found
 */
import { parseArgs } from 'node:util';
import {
  type Zones,
  circularZones,
  kulldorff,
  neighbourhoods,
  planeDistance,
  poissonModel,
  spaceTimeScan,
} from '@tocsin/detection';
import { type Uniform, seededUniform } from '@tocsin/stats';

const { values } = parseArgs({
  options: {
    places: { type: 'string', default: '280' },
    cases: { type: 'string', default: '550' },
    simulations: { type: 'string', default: '999' },
    seed: { type: 'string', default: '1' },
  },
});
const [places, allCases, simulations, seed] = [values.places, values.cases, values.simulations, values.seed].map(
  Number,
) as [number, number, number, number];

const uniform = seededUniform(seed);
const numbers = (make: () => number) => Array.from({ length: places }, make);
const [x, y] = [numbers(() => uniform() * 100), numbers(() => uniform() * 100)];
const people = numbers(() => 500 + Math.floor(uniform() ** 3 * 20_000));
const distance = planeDistance(x, y);
const zones = circularZones(people, distance);
const cases = [...fall(allCases, people, uniform)];

/** Case by case into the place whose share of the people it hits. */
function fall(count: number, weights: readonly number[], chance: Uniform): Float64Array {
  const ends: number[] = [];
  for (const weight of weights) ends.push((ends[ends.length - 1] ?? 0) + weight);
  const into = new Float64Array(weights.length);
  for (let left = count; left > 0; left -= 1) {
    const hit = chance() * (ends[ends.length - 1] ?? 0);
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) > hit) high = middle;
      else low = middle + 1;
    }
    into[low] = (into[low] ?? 0) + 1;
  }
  return into;
}

/** The highest score of all circles, each scored. */
function obviousHighest({ members, starts }: Zones, map: Float64Array): number {
  const model = poissonModel(
    allCases,
    people.reduce((sum, here) => sum + here, 0),
  );
  let best = 0;
  for (let chain = 0; chain + 1 < starts.length; chain += 1) {
    let [count, living] = [0, 0];
    for (let at = starts[chain] ?? 0; at < (starts[chain + 1] ?? 0); at += 1) {
      count += map[members[at] ?? 0] ?? 0;
      living += people[members[at] ?? 0] ?? 0;
      if (count > model.expected(living)) best = Math.max(best, model.score(count, living));
    }
  }
  return best;
}

function obvious(): number {
  const chance = seededUniform(seed);
  const observed = obviousHighest(zones, Float64Array.from(cases));
  for (let i = 0; i < simulations; i += 1) obviousHighest(zones, fall(allCases, people, chance));
  return observed;
}
const ours = () => kulldorff(zones, cases, people, { simulations, seed }).mostLikely?.score ?? 0;

function milliseconds(work: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const start = process.hrtime.bigint();
    work();
    return Number(process.hrtime.bigint() - start) / 1e6;
  });
  return Math.round(times.sort((a, b) => a - b)[1] ?? NaN);
}

const [scoreOurs, scoreObvious] = [ours(), obvious()];
if (Math.abs(scoreOurs - scoreObvious) > 1e-9) throw new Error(`Scores differ: ${scoreOurs} and ${scoreObvious}.`);
const [fast, slow] = [milliseconds(ours), milliseconds(obvious)];

/** The product's own size: 39 regions, windows up to 4 weeks. */
const regions = {
  locations: 39,
  near: neighbourhoods(39, distance, 8),
  zones: circularZones(people.slice(0, 39), distance),
};
const baselines = Array.from({ length: 4 }, () => people.slice(0, 39).map((here) => here / 200));
const counts = baselines.map((row) => row.map(Math.round));
const circles = () => spaceTimeScan(regions.zones, counts, baselines, { simulations, seed });
const subsets = () =>
  spaceTimeScan({ neighbourhoods: regions.near, locations: 39 }, counts, baselines, { simulations, seed });

console.log(
  JSON.stringify(
    {
      bench: 'scan',
      places,
      zones: zones.members.length,
      simulations,
      milliseconds: fast,
      obviousMilliseconds: slow,
      ratio: Number((slow / fast).toFixed(1)),
      regions39: { circlesMilliseconds: milliseconds(circles), subsetsMilliseconds: milliseconds(subsets) },
    },
    null,
    2,
  ),
);
