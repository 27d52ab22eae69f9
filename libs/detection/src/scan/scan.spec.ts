import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededUniform } from '@tocsin/stats';
import {
  SpaceTimeSearch,
  SubsetScanner,
  ZoneScanner,
  binomialModel,
  circularZones,
  expectationModel,
  gumbelP,
  indirectStandardisation,
  kulldorff,
  monteCarloP,
  neighbourhoods,
  planeDistance,
  poissonModel,
  quantile,
  recurrenceInterval,
  spaceTimeScan,
  treeZones,
  withinShare,
  zonesOf,
} from '../index.ts';

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
/** A row of towns, 1 apart. */
const row = (towns: number) =>
  planeDistance(
    Array.from({ length: towns }, (_, i) => i),
    Array<number>(towns).fill(0),
  );

const aMap = fc
  .array(fc.record({ x: fc.nat(40), y: fc.nat(40), cases: fc.nat(25), people: fc.integer({ min: 1, max: 900 }) }), {
    minLength: 3,
    maxLength: 14,
  })
  .filter((towns) => sum(towns.map(({ cases }) => cases)) > 0)
  .map((towns) => ({
    distance: planeDistance(
      towns.map(({ x }) => x),
      towns.map(({ y }) => y),
    ),
    cases: towns.map(({ cases }) => cases),
    people: towns.map(({ people, cases }) => people + cases),
  }));

const models = {
  poisson: (cases: number[], people: number[]) => poissonModel(sum(cases), sum(people)),
  binomial: (cases: number[], people: number[]) => binomialModel(sum(cases), sum(people)),
  expectation: () => expectationModel,
};

describe.each(Object.entries(models))('the %s model', (_, modelOf) => {
  it('finds the zone that scoring every zone finds', () => {
    fc.assert(
      fc.property(aMap, ({ distance, cases, people }) => {
        const zones = circularZones(people, distance);
        const model = modelOf(cases, people);
        let best = 0;
        for (let chain = 0; chain + 1 < zones.starts.length; chain += 1) {
          const members = [...zones.members.subarray(zones.starts[chain], zones.starts[chain + 1])];
          members.forEach((__, last) => {
            const [c, d] = [cases, people].map((values) => sum(members.slice(0, last + 1).map((at) => values[at]!)));
            if (c! > model.expected(d!)) best = Math.max(best, model.score(c!, d!));
          });
        }
        const peak = new ZoneScanner(zones, people, model).peak(Float64Array.from(cases));
        expect(peak?.score ?? 0).toBeCloseTo(best, 10);
      }),
      { numRuns: 300 },
    );
  });

  it('finds the best of all subsets of a neighbourhood', () => {
    fc.assert(
      fc.property(aMap, ({ distance, cases, people }) => {
        const model = modelOf(cases, people);
        const near = neighbourhoods(cases.length, distance, 6);
        let best = 0;
        for (const members of near) {
          for (let subset = 1; subset < 1 << members.length; subset += 1) {
            const inside = members.filter((__, bit) => (subset & (1 << bit)) !== 0);
            const [c, d] = [cases, people].map((values) => sum(inside.map((at) => values[at]!)));
            if (c! > model.expected(d!)) best = Math.max(best, model.score(c!, d!));
          }
        }
        const peak = new SubsetScanner(near, people, model).peak(Float64Array.from(cases));
        expect(peak?.score ?? 0).toBeCloseTo(best, 8);
      }),
      { numRuns: 100 },
    );
  });
});

describe('scores worked by hand', () => {
  it('Poisson: 30 of 100 cases where 20 were to be expected', () => {
    expect(poissonModel(100, 1000).score(30, 200)).toBeCloseTo(30 * Math.log(1.5) + 70 * Math.log(7 / 8), 12);
    expect(poissonModel(100, 1000).score(100, 200)).toBeCloseTo(100 * Math.log(5), 12);
  });

  it('expectation: 30 against 20 is 30·ln 1.5 − 10', () => {
    expect(expectationModel.score(30, 20)).toBeCloseTo(30 * Math.log(1.5) - 10, 12);
    expect(expectationModel.score(0, 20)).toBe(20);
  });

  it('binomial: is the Poisson score where cases are rare, and refuses more cases than people', () => {
    expect(binomialModel(100, 1e9).score(30, 2e8)).toBeCloseTo(poissonModel(100, 1e9).score(30, 2e8), 5);
    expect(() => binomialModel(5, 4)).toThrow(/Poisson/);
  });
});

describe('circles', () => {
  it('hold at most half of the population, nearest first; equals in the order of their numbers', () => {
    const { members, starts } = circularZones([1, 1, 1, 1, 6], row(5));
    expect([...members]).toEqual([0, 1, 2, 3, 1, 0, 2, 3, 2, 1, 3, 0, 3, 2]);
    expect([...starts]).toEqual([0, 4, 8, 12, 14, 14]);
    expect(() => circularZones([0, 0], row(2))).toThrow(/population/);
  });
});

describe("Kulldorff's scan", () => {
  const people = Array<number>(12).fill(100);
  const cases = [4, 5, 30, 28, 5, 4, 5, 4, 24, 5, 4, 5];

  it('finds two clusters apart, the likelier first, the same for the same seed', () => {
    const zones = circularZones(people, row(12));
    const { mostLikely, secondary } = kulldorff(zones, cases, people);
    expect(mostLikely).toMatchObject({ locations: [3, 2], cases: 58, rank: 1, pValue: 0.001 });
    expect(mostLikely!.expected).toBeCloseTo(sum(cases) / 6, 10);
    expect(secondary).toMatchObject([{ locations: [8], cases: 24 }]);
    expect(kulldorff(zones, cases, people)).toEqual(kulldorff(zones, cases, people));
    const other = kulldorff(zones, cases, people, { seed: 2 });
    expect([...other.nullMaxima]).not.toEqual([...kulldorff(zones, cases, people).nullMaxima]);
  });

  it('has uniform p where nothing happens', () => {
    const zones = circularZones(people, row(12));
    const uniform = seededUniform(3);
    const small = Array.from({ length: 300 }, (_, seed) => {
      const even = Array<number>(12).fill(0);
      for (let i = 0; i < 100; i += 1) even[Math.floor(uniform() * 12)]! += 1;
      return kulldorff(zones, even, people, { simulations: 99, seed }).mostLikely?.pValue ?? 1;
    }).filter((p) => p <= 0.1).length;
    expect(small).toBeGreaterThan(12);
    expect(small).toBeLessThan(50);
  });

  it('has no most likely cluster where every place has its share, and refuses a map without cases', () => {
    const zones = circularZones(people, row(12));
    expect(kulldorff(zones, Array<number>(12).fill(3), people, { simulations: 9 }).mostLikely).toBeUndefined();
    expect(() => kulldorff(zones, Array<number>(12).fill(0), people)).toThrow(/0 cases/);
    expect(() => kulldorff(zones, [1], people)).toThrow(/1 counts for 12/);
  });
});

describe('a tree', () => {
  // Head office 0; branches 1, 2; outlets 3, 4 under 1 and 5, 6 under 2.
  const zones = treeZones([null, 0, 0, 1, 1, 2, 2]);

  it('finds the branch whose outlets all stand out, not one of them', () => {
    const { mostLikely } = kulldorff(zones, [0, 1, 1, 20, 22, 8, 9], [0, 10, 10, 100, 100, 100, 100]);
    expect(mostLikely!.locations[0]).toBe(1);
    expect([...mostLikely!.locations].sort()).toEqual([1, 3, 4]);
  });

  it('finds the one outlet, if it is only that', () => {
    expect(kulldorff(zones, [0, 1, 1, 9, 30, 9, 9], [0, 10, 10, 100, 100, 100, 100]).mostLikely!.locations).toEqual([
      4,
    ]);
  });

  it('refuses circles and strangers', () => {
    expect(() => treeZones([1, 0])).toThrow(/under itself/);
    expect(() => treeZones([null, 7])).toThrow(/no node 7/);
    expect(() => zonesOf([[3]], 2, false)).toThrow(/no location 3/);
  });
});

describe('the prospective scan', () => {
  const baselines = Array.from({ length: 6 }, () => Array<number>(8).fill(10));
  const quiet = () => baselines.map((periods) => periods.map((value) => value));
  const zones = circularZones(Array<number>(8).fill(1), row(8));

  it('finds where and since when', () => {
    const counts = quiet();
    for (const period of [4, 5]) for (const place of [2, 3]) counts[period]![place] = 21;
    const { mostLikely, secondary } = spaceTimeScan(zones, counts, baselines);
    expect(mostLikely).toMatchObject({ locations: [3, 2], periods: 2, cases: 84, expected: 40, pValue: 0.001 });
    expect(secondary).toEqual([]);
  });

  it('sees what lies apart only with the subset scan', () => {
    const counts = quiet();
    for (const place of [0, 2, 4]) counts[5]![place] = 20;
    const near = { neighbourhoods: neighbourhoods(8, row(8), 5), locations: 8 };
    expect([...spaceTimeScan(near, counts, baselines).mostLikely!.locations].sort()).toEqual([0, 2, 4]);
  });

  it('is less sure the noisier the counts are', () => {
    const counts = quiet();
    counts[5]![3] = 24;
    const [calm, noisy] = [1, 3].map(
      (dispersion) => spaceTimeScan(zones, counts, baselines, { dispersion }).mostLikely!,
    );
    expect(noisy!.score).toBeCloseTo(calm!.score / 3, 10);
    expect(noisy!.pValue).toBeGreaterThan(10 * calm!.pValue);
    expect(noisy!.cases).toBe(24);
  });

  it('says what does not fit', () => {
    expect(() => spaceTimeScan(zones, [[1]], [[1]], { windows: 1 })).toThrow(/row of 1 for 8/);
    expect(() => spaceTimeScan(zones, quiet(), baselines, { windows: 9 })).toThrow(/windows up to 9/);
    expect(() => spaceTimeScan(zones, quiet(), baselines, { dispersion: 0.5 })).toThrow(/at least 1/);
  });
});

describe('how rare a cluster is', () => {
  it('by Monte Carlo never 0, by Gumbel below what was simulated', () => {
    expect(monteCarloP(5, [1, 2, 5, 6])).toBe(0.6);
    expect(monteCarloP(9, [1, 2, 5, 6])).toBe(0.2);
    expect(gumbelP(9, [1, 2, 5, 6])).toBeLessThan(0.1);
    expect(gumbelP(3, [2, 2])).toBe(0);
    expect(() => gumbelP(1, [1])).toThrow(/at least 2/);
  });

  it('Gumbel agrees with the distribution it assumes', () => {
    const uniform = seededUniform(4);
    const maxima = Array.from({ length: 20_000 }, () => 5 - 1.3 * Math.log(-Math.log(uniform())));
    for (const x of [6, 8, 12]) expect(gumbelP(x, maxima) / -Math.expm1(-Math.exp(-(x - 5) / 1.3))).toBeCloseTo(1, 1);
  });

  it('as a waiting time: p .01 every week is once in 700 days', () => {
    expect(recurrenceInterval(0.01, 7)).toBeCloseTo(700, 9);
    expect(() => recurrenceInterval(0, 7)).toThrow(/p is 0/);
  });

  it('quantiles lie between neighbours', () => {
    expect([0, 0.5, 0.9, 1].map((share) => quantile([4, 1, 3, 2], share))).toEqual([1, 2.5, 3.7, 4]);
  });
});

describe('indirect standardisation', () => {
  it('gives each place what its mixture of strata has overall, and loses no case', () => {
    const rows = [
      { location: 'a', stratum: 'old', population: 100, cases: 6 },
      { location: 'b', stratum: 'old', population: 300, cases: 10 },
      { location: 'b', stratum: 'young', population: 500, cases: 5 },
      { location: 'c', stratum: 'nobody', population: 0, cases: 0 },
    ];
    expect([...indirectStandardisation(rows)]).toEqual([
      ['a', 4],
      ['b', 17],
      ['c', 0],
    ]);
  });
});

describe('the scan given the totals', () => {
  const zones = circularZones(Array<number>(8).fill(1), row(8));
  const shares = Array.from({ length: 4 }, () => Array<number>(8).fill(25));
  const map = (raised: readonly number[], by: number) =>
    Array.from({ length: 8 }, (_, place) => (raised.includes(place) ? 10 * by : 10));

  it("of one period is Kulldorff's", () => {
    const cases = map([2, 3], 3);
    const ours = spaceTimeScan(zones, [cases], [shares[0]!], { windows: 1, given: 'totals', seed: 7 });
    const theirs = kulldorff(zones, cases, shares[0]!, { seed: 7 });
    const { locations, score, cases: inside, expected, pValue } = theirs.mostLikely!;
    expect(ours.mostLikely).toMatchObject({ locations, cases: inside, pValue });
    expect(ours.mostLikely!.score).toBeCloseTo(score, 10);
    expect(ours.mostLikely!.expected).toBeCloseTo(expected, 10);
    expect([...ours.nullMaxima].map((x) => x.toFixed(9))).toEqual([...theirs.nullMaxima].map((x) => x.toFixed(9)));
  });

  it('takes a rise everywhere alike for none, and one of two towns for theirs', () => {
    const everywhere = [map([], 1), map([], 1), map([], 1), map([0, 1, 2, 3, 4, 5, 6, 7], 4)];
    expect(spaceTimeScan(zones, everywhere, shares, { given: 'totals' }).mostLikely).toBeUndefined();
    const two = [map([], 1), map([], 1), map([2, 3], 3), map([2, 3], 3)];
    const found = spaceTimeScan(zones, two, shares, { given: 'totals' }).mostLikely!;
    expect(found).toMatchObject({ cases: 120, periods: 2, pValue: 0.001 });
    expect([...found.locations].sort()).toEqual([2, 3]);
    expect(found.expected).toBeCloseTo(((2 * 120) / 8) * 2, 10); // two of eight towns, of 120 cases in each period
  });

  it('says the same in turns', () => {
    const counts = [map([2, 3], 1.2).map(Math.round), map([2, 3], 1.3).map(Math.round)];
    const at = { windows: 2, given: 'totals' } as const;
    const turns = new SpaceTimeSearch(zones, counts, shares.slice(0, 2), at);
    while (turns.simulationsLeft > 0) turns.simulate(70);
    expect(turns.result()).toEqual(spaceTimeScan(zones, counts, shares.slice(0, 2), at));
  });
});

it('what holds more than half is the whole, and no place in it', () => {
  const { members, starts } = withinShare(treeZones([null, 0, 0, 1]), [0, 2, 4, 1]);
  expect([...members]).toEqual([1, 3, 3]); // the root holds 7 of 7, node 2 4 of 7
  expect([...starts]).toEqual([0, 2, 3]);
});
