import { describe, expect, it } from 'vitest';
import {
  benjaminiHochberg,
  logGamma,
  mean,
  negativeBinomialTail,
  normalCdf,
  normalQuantile,
  poissonTail,
  regularisedBeta,
  regularisedGamma,
  sampleStandardDeviation,
  studentTail,
} from './index.ts';

describe('mean and sample standard deviation', () => {
  const counts = Object.freeze([1, 2, 3, 4, 5, 6, 7]);

  it('of 1…7 are 4 and √(28/6)', () => {
    expect(mean(counts)).toBe(4);
    expect(sampleStandardDeviation(counts)).toBeCloseTo(Math.sqrt(28 / 6), 14);
  });

  it('keep their digits when the spread is small beside the mean', () => {
    expect(sampleStandardDeviation([1e9, 1e9 + 1, 1e9 + 2])).toBe(1);
  });

  it('refuse to answer from nothing', () => {
    expect(() => mean([])).toThrow(RangeError);
    expect(() => sampleStandardDeviation([3])).toThrow(/at least 2/);
  });
});

describe('logGamma', () => {
  it.each([
    [1, 0],
    [2, 0],
    [0.5, Math.log(Math.sqrt(Math.PI))], // Γ(½) = √π
    [11, Math.log(3_628_800)], // 10!
    [171, 706.5730622457874], // 170!, the last that a double can hold
  ])('of %d is %d', (x, expected) => expect(logGamma(x)).toBeCloseTo(expected, 12));

  it('is infinite at 0 and refuses what lies below', () => {
    expect(logGamma(0)).toBe(Infinity);
    expect(() => logGamma(-0.5)).toThrow(RangeError);
  });
});

describe('incomplete gamma and beta', () => {
  it('have the closed forms of their simplest cases', () => {
    expect(regularisedGamma(1, 2).upper).toBeCloseTo(Math.exp(-2), 15); // P(a = 1) is the exponential
    expect(regularisedBeta(0.3, 1, 4)).toBeCloseTo(1 - 0.7 ** 4, 14); // I_x(1, b) = 1 − (1 − x)ᵇ
    expect(regularisedBeta(0.5, 7, 7)).toBeCloseTo(0.5, 14); // symmetric
  });

  it('end at 0 and 1', () => {
    expect(regularisedGamma(3, 0)).toEqual({ lower: 0, upper: 1 });
    expect([regularisedBeta(0, 2, 3), regularisedBeta(1, 2, 3)]).toEqual([0, 1]);
  });
});

describe('normal distribution', () => {
  it('is ½ at 0, and its far tail is not rounded away', () => {
    expect(normalCdf(0)).toBe(0.5);
    expect(normalCdf(-10) / 7.619853024160527e-24).toBeCloseTo(1, 10); // R: pnorm(-10)
    expect([normalCdf(-Infinity), normalCdf(Infinity)]).toEqual([0, 1]);
  });

  it('has quantiles that undo the distribution', () => {
    for (const p of [1e-300, 1e-12, 0.001, 0.1, 0.4, 0.5]) expect(normalCdf(normalQuantile(p)) / p).toBeCloseTo(1, 9);
    for (const p of [0.6, 0.999]) expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 14);
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
    expect(() => normalQuantile(1.1)).toThrow(RangeError);
  });
});

describe('tails of counts', () => {
  it('add up the chances by hand', () => {
    // Poisson, mean 2: 1 − e⁻²(1 + 2 + 2) = 0.3233…
    expect(poissonTail(3, 2)).toBeCloseTo(1 - 5 * Math.exp(-2), 14);
    // Geometric, mean 1: P(X ≥ 4) = (½)⁴
    expect(negativeBinomialTail(4, 1, 1)).toBeCloseTo(1 / 16, 14);
  });

  it('are certain for 0 and impossible for something where nothing is expected', () => {
    expect([poissonTail(0, 5), negativeBinomialTail(0, 5, 2)]).toEqual([1, 1]);
    expect([poissonTail(1, 0), negativeBinomialTail(1, 0, 2)]).toEqual([0, 0]);
  });

  it('agree when the negative binomial has hardly any extra spread', () => {
    expect(negativeBinomialTail(14, 6, 1e8)).toBeCloseTo(poissonTail(14, 6), 7);
  });
});

it("Student's t with one degree of freedom is the Cauchy distribution", () => {
  expect(studentTail(1, 1)).toBeCloseTo(0.25, 14);
  expect(studentTail(-1, 1)).toBeCloseTo(0.75, 14);
  expect(studentTail(0, 5)).toBe(0.5);
});

describe('Benjamini–Hochberg', () => {
  it('keeps the order of the tests and never falls as p rises', () => {
    // sorted .01 .02 .03 .8: .01·4/1 = .04, .02·4/2 = .04, .03·4/3 = .04, .8
    expect(benjaminiHochberg([0.8, 0.01, 0.03, 0.02])).toEqual([0.8, 0.04, 0.04, 0.04]);
  });

  it('leaves a single test alone, and no tests', () => {
    expect(benjaminiHochberg([0.02])).toEqual([0.02]);
    expect(benjaminiHochberg([])).toEqual([]);
  });
});
