import { describe, expect, it } from 'vitest';
import { drawBinomial } from './draw-binomial.ts';
import { drawMultinomial } from './draw-multinomial.ts';
import { drawPoisson } from './draw-poisson.ts';
import { logGamma } from '../log-gamma.ts';
import { seededUniform } from './seeded-uniform.ts';

const DRAWS = 40_000;
const sampleOf = (draw: () => number) => Array.from({ length: DRAWS }, draw);
const binomialChance = (n: number, p: number) => (k: number) =>
  Math.exp(logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1) + k * Math.log(p) + (n - k) * Math.log1p(-p));
const poissonChance = (mean: number) => (k: number) => Math.exp(k * Math.log(mean) - mean - logGamma(k + 1));

/** Pearson's χ² of a sample against the chances of each count, as a standard normal value (Wilson & Hilferty). */
function misfit(sample: readonly number[], chance: (count: number) => number): number {
  const seen = new Map<number, number>();
  for (const count of sample) seen.set(count, (seen.get(count) ?? 0) + 1);
  let square = 0;
  let cells = 0;
  let [restSeen, restExpected] = [DRAWS, DRAWS];
  for (let count = 0; count <= Math.max(...sample); count += 1) {
    const expected = DRAWS * chance(count);
    if (expected < 10) continue;
    const came = seen.get(count) ?? 0;
    square += (came - expected) ** 2 / expected;
    cells += 1;
    restSeen -= came;
    restExpected -= expected;
  }
  if (restExpected > 1) square += (restSeen - restExpected) ** 2 / restExpected;
  const scale = 2 / (9 * cells);
  return (Math.cbrt(square / cells) - (1 - scale)) / Math.sqrt(scale);
}

describe('a seeded stream', () => {
  it('is the same for the same seed, another for the next, and never 0 or 1', () => {
    const take = (seed: number) => Array.from({ length: 500 }, seededUniform(seed));
    expect(take(7)).toEqual(take(7));
    expect(take(7).filter((value, i) => value === take(8)[i])).toEqual([]);
    expect(take(0).every((value) => value > 0 && value < 1)).toBe(true);
    expect(() => seededUniform(Number.NaN)).toThrow(/seed is NaN/);
  });
});

describe('draws have the distribution they claim', () => {
  it.each([
    [5, 0.3],
    [40, 0.2],
    [60, 0.4],
    [300, 0.97],
    [5000, 0.01],
  ])('binomial of %i trials with chance %f', (n, p) => {
    const uniform = seededUniform(11);
    expect(
      misfit(
        sampleOf(() => drawBinomial(n, p, uniform)),
        binomialChance(n, p),
      ),
    ).toBeLessThan(3.5);
  });

  it.each([0.4, 6, 12, 150])('Poisson with mean %f', (mean) => {
    const uniform = seededUniform(12);
    expect(
      misfit(
        sampleOf(() => drawPoisson(mean, uniform)),
        poissonChance(mean),
      ),
    ).toBeLessThan(3.5);
  });

  it('and a wrong claim is found out', () => {
    const uniform = seededUniform(13);
    expect(
      misfit(
        sampleOf(() => drawPoisson(6, uniform)),
        poissonChance(6.1),
      ),
    ).toBeGreaterThan(5);
  });

  it('multinomial: nothing is lost, empty cells stay empty, each cell is binomial', () => {
    const uniform = seededUniform(14);
    const weights = [2, 0, 1, 5, 0];
    const drawn = Array.from({ length: DRAWS }, () => [...drawMultinomial(90, weights, uniform, new Float64Array(5))]);
    expect(drawn.every((counts) => counts.reduce((sum, count) => sum + count) === 90)).toBe(true);
    expect(drawn.every((counts) => counts[1] === 0 && counts[4] === 0)).toBe(true);
    expect(
      misfit(
        drawn.map((counts) => counts[2]!),
        binomialChance(90, 1 / 8),
      ),
    ).toBeLessThan(3.5);
    expect(
      misfit(
        drawn.map((counts) => counts[3]!),
        binomialChance(90, 5 / 8),
      ),
    ).toBeLessThan(3.5);
  });

  it('edges', () => {
    const uniform = seededUniform(15);
    expect([drawBinomial(9, 0, uniform), drawBinomial(9, 1, uniform), drawPoisson(0, uniform)]).toEqual([0, 9, 0]);
    expect(() => drawPoisson(-1, uniform)).toThrow(RangeError);
    expect(() => drawMultinomial(3, [0, 0], uniform, new Float64Array(2))).toThrow(/no cell/);
  });
});
