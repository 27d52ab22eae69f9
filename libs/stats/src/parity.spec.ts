import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  LogLinear,
  benjaminiHochberg,
  benjaminiYekutieli,
  designOf,
  gammaQuantile,
  holm,
  negativeBinomialQuantile,
  negativeBinomialRegression,
  negativeBinomialTail,
  normalQuantile,
  poissonQuantile,
  poissonTail,
  studentTail,
} from './index.ts';

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
  qpois: { p: number[]; mu: number[]; q: number[] };
  qnbinom: { p: number[]; mu: number[]; size: number[]; q: number[] };
  qgammaExactPoissonCI: { x: number[]; lower: number[]; upper: number[] };
  pt2: { t: number[]; df: number[]; p: number[] };
}

interface DailyFits {
  y: number[];
  dow: number[];
  hol: number[];
  adj: number[];
  train: [number, number];
  nb: { coef: number[]; se: number[]; theta: number; predMu: number[]; predLinkSE: number[]; pvalue: number[] };
  quasipoisson: { coef: number[]; phi: number; se: number[]; predMu: number[]; predLinkSE: number[] };
}

/** R writes some zeros as −0. */
const unsigned = (value: number) => value + 0;

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

  it('Poisson quantiles', () => {
    const { p, mu, q } = read<Distributions>('dist_functions.json').qpois;
    expect(p.map((chance, i) => poissonQuantile(chance, mu[i]!))).toEqual(q.map(unsigned));
  });

  it('negative binomial quantiles', () => {
    const { p, mu, size, q } = read<Distributions>('dist_functions.json').qnbinom;
    expect(p.map((chance, i) => negativeBinomialQuantile(chance, mu[i]!, size[i]!))).toEqual(q.map(unsigned));
  });

  it('gamma quantiles: exact limits of a Poisson rate', () => {
    const { x, lower, upper } = read<Distributions>('dist_functions.json').qgammaExactPoissonCI;
    x.forEach((count, i) => {
      expectClose(gammaQuantile(0.025, count), lower[i]!, `lower limit of ${count}`);
      expectClose(gammaQuantile(0.975, count + 1), upper[i]!, `upper limit of ${count}`);
    });
  });

  it.each([
    ['BH', benjaminiHochberg],
    ['BY', benjaminiYekutieli],
    ['holm', holm],
  ] as const)('adjusted p-values: %s', (name, adjust) => {
    const reference = read<Record<'p' | 'BH' | 'BY' | 'holm', number[]>>('multiple_testing.json');
    adjust(reference.p).forEach((q, i) => expect(q).toBeCloseTo(reference[name][i]!, 9));
  });

  describe('regression of a daily series', () => {
    const setUp = () => {
      const reference = read<DailyFits>('daily_nb_glm.json');
      // 1, six weekdays after Monday, holiday, make-up day, trend, one harmonic of the year.
      const design = designOf(
        reference.y.map((_, i) => {
          const year = (2 * Math.PI * (i + 1)) / 365.25;
          const dense = [
            1,
            ...[2, 3, 4, 5, 6, 7].map((day) => (reference.dow[i] === day ? 1 : 0)),
            reference.hol[i]!,
            reference.adj[i]!,
            i / 365.25,
            Math.sin(year),
            Math.cos(year),
          ];
          return dense.flatMap((value, column) => (value === 0 ? [] : [[column, value] as const]));
        }),
        12,
      );
      const trained = reference.train[1];
      return { reference, design, trained, weights: Float64Array.from(reference.y, (_, i) => (i < trained ? 1 : 0)) };
    };
    const expectAll = (actual: number[], expected: number[], what: string) =>
      actual.forEach((value, i) => expect(Math.abs(value - expected[i]!), `${what} ${i}`).toBeLessThan(1e-6));
    const errors = ({ covariance }: LogLinear, dispersion: number) =>
      Array.from({ length: 12 }, (_, i) => Math.sqrt(dispersion * covariance[13 * i]!));

    it('quasi-Poisson: coefficients, dispersion, errors, forecasts', () => {
      const { reference, design, trained, weights } = setUp();
      const model = new LogLinear(design.rows, design.columns).fit(design, reference.y, { weights });
      const { coef, phi, se, predMu, predLinkSE } = reference.quasipoisson;
      const dispersion = model.dispersion();
      expectAll([...model.coefficients], coef, 'coefficient');
      expect(dispersion).toBeCloseTo(phi, 6);
      expectAll(errors(model, dispersion), se, 'error');
      const ahead = predMu.map((_, i) => trained + i);
      expectAll(
        ahead.map((i) => model.fitted[i]!),
        predMu,
        'forecast',
      );
      expectAll(
        ahead.map((i) => Math.sqrt(dispersion * model.variance(design, i))),
        predLinkSE,
        'its error',
      );
    });

    it('negative binomial: coefficients, size, errors, forecasts, chances', () => {
      const { reference, design, trained, weights } = setUp();
      const { model, size } = negativeBinomialRegression(design, reference.y, { weights });
      const { coef, se, theta, predMu, predLinkSE, pvalue } = reference.nb;
      // R's own theta comes to rest a little before the maximum.
      expect(Math.abs(size - theta)).toBeLessThan(1e-5 * theta);
      expectAll([...model.coefficients], coef, 'coefficient');
      expectAll(errors(model, 1), se, 'error');
      predMu.forEach((mu, i) => {
        const row = trained + i;
        expect(model.fitted[row], `forecast ${i}`).toBeCloseTo(mu, 5);
        expect(Math.sqrt(model.variance(design, row)), `its error ${i}`).toBeCloseTo(predLinkSE[i]!, 6);
        expect(negativeBinomialTail(reference.y[row]!, mu, theta)).toBeCloseTo(pvalue[i]!, 9);
      });
    });
  });
});
