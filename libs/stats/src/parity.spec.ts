import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg, negativeBinomialTail, normalQuantile, poissonTail, studentTail } from './index.ts';

// Reference figures computed by R. They are not part of this repository: TOCSIN_SHARED, or ../shared beside it.
const folder = resolve(
  process.env['TOCSIN_SHARED'] ?? resolve(import.meta.dirname, '../../../../shared'),
  'data/detection',
);
const missing = !existsSync(folder);
const read = <T>(name: string): T => JSON.parse(readFileSync(resolve(folder, name), 'utf8')) as T;

interface Distributions {
  qnorm: { p: number[]; z: number[] };
  poistail: { x: number[]; mu: number[]; p: number[] };
  nbtail: { x: number[]; mu: number[]; size: number[]; p: number[] };
  pt2: { t: number[]; df: number[]; p: number[] };
}

/** Within 1e-8 of the reference, relative to it; below the smallest double both are 0. */
const expectClose = (actual: number, expected: number, what: string) =>
  expect(Math.abs(actual - expected), `${what}: ${actual} instead of ${expected}`).toBeLessThanOrEqual(
    1e-8 * Math.abs(expected) + 1e-290,
  );

describe.skipIf(missing)(`against R (skipped without ${folder})`, () => {
  it('normal quantiles', () => {
    const { p, z } = read<Distributions>('dist_functions.json').qnorm;
    p.forEach((chance, i) => expect(normalQuantile(chance)).toBeCloseTo(z[i]!, 10));
  });

  it('Poisson tails', () => {
    const { x, mu, p } = read<Distributions>('dist_functions.json').poistail;
    x.forEach((count, i) => expectClose(poissonTail(count, mu[i]!), p[i]!, `x ${count}, mean ${mu[i]}`));
  });

  it('negative binomial tails', () => {
    const { x, mu, size, p } = read<Distributions>('dist_functions.json').nbtail;
    x.forEach((count, i) =>
      expectClose(negativeBinomialTail(count, mu[i]!, size[i]!), p[i]!, `x ${count}, mean ${mu[i]}, size ${size[i]}`),
    );
  });

  it("Student's t, both sides", () => {
    const { t, df, p } = read<Distributions>('dist_functions.json').pt2;
    t.forEach((value, i) => expectClose(2 * studentTail(Math.abs(value), df[i]!), p[i]!, `t ${value}, df ${df[i]}`));
  });

  it('Benjamini–Hochberg q-values', () => {
    const { p, BH } = read<{ p: number[]; BH: number[] }>('multiple_testing.json');
    benjaminiHochberg(p).forEach((q, i) => expect(q).toBeCloseTo(BH[i]!, 9));
  });
});
