import {
  gaussHermite,
  lowestCount,
  negativeBinomialQuantile,
  negativeBinomialTail,
  normalCdf,
  normalQuantile,
  poissonQuantile,
  poissonTail,
} from '@tocsin/stats';
import type { FarringtonFit } from './farrington-fit.ts';
import type { FarringtonOptions, PowerTransform } from './farrington-options.ts';

export interface CountBound {
  /** The largest count still unremarkable. */
  readonly upper: number;
  readonly chance: (count: number) => number;
}

/**
 * The upper bound and the chance of a count, from a fitted mean μ with dispersion φ.
 *
 * nbPlugin  the count is negative binomial with mean μ and variance φμ.
 * muan      the same at the upper end of the mean's own interval, exp(η + z·se).
 * predNB    the same, averaged over η ~ N(η̂, se): neither ignores the error of the mean nor takes the worst of it.
 * delta     counts to a power are normal, with the variance of the mean and of the count: see `powerBound`.
 *
 * Source    Noufaily et al. (2013), Statistics in Medicine 32, 1206–1222; Salmon, Schumacher & Höhle (2016), J. Stat.
 *           Softw. 70(10).
 */
export function farringtonBound(
  { mean, se, phi }: Pick<FarringtonFit, 'mean' | 'se' | 'phi'>,
  { method, alpha, power }: Pick<FarringtonOptions, 'method' | 'alpha' | 'power'>,
): CountBound {
  switch (method) {
    case 'delta':
      return powerBound(mean, phi + mean * se * se, { z: -normalQuantile(alpha), power });
    case 'nbPlugin':
      return { upper: countQuantile(1 - alpha, mean, phi), chance: (count) => countTail(count, mean, phi) };
    case 'muan': {
      const highest = mean * Math.exp(-normalQuantile(alpha) * se);
      return { upper: countQuantile(1 - alpha, highest, phi), chance: (count) => countTail(count, highest, phi) };
    }
    case 'predNB':
      return predictedBound(mean, se, phi, alpha);
  }
}

/** P(Y ≥ count) for a count with this mean and the variance φ times as large. */
export function countTail(count: number, mean: number, phi: number): number {
  return phi > 1 ? negativeBinomialTail(count, mean, mean / (phi - 1)) : poissonTail(count, mean);
}

function countQuantile(p: number, mean: number, phi: number): number {
  return phi > 1 ? negativeBinomialQuantile(p, mean, mean / (phi - 1)) : poissonQuantile(p, mean);
}

/** Beyond this error of its logarithm a mean is open: the past of that season holds no case at all. */
const OPEN = 2;
/** What such a past stands for: half a case in its thirty-odd buckets, not never. */
const SILENT_MEAN = 0.015;

/** P(Y ≥ count) averaged over a mean that is only known up to the error `se` of its logarithm. */
export function predictedTail(count: number, mean: number, se: number, phi: number): number {
  if (count <= 0) return 1;
  if (!(se < OPEN)) return countTail(count, Math.max(mean, SILENT_MEAN), phi);
  return gaussHermite(Math.log(mean), se, (eta) => countTail(count, Math.exp(eta), phi));
}

/** The bound of `predictedTail`: the largest count whose successor still has a chance above alpha. */
export function predictedBound(mean: number, se: number, phi: number, alpha: number): CountBound {
  const chance = (count: number) => predictedTail(count, mean, se, phi);
  const guess = mean - normalQuantile(alpha) * spreadOf(mean, se, phi);
  return { upper: lowestCount(guess, (count) => chance(count + 1) <= alpha), chance };
}

/** The bound at the other end: the smallest count with P(Y ≤ count) above alpha. */
export function predictedLowerBound(mean: number, se: number, phi: number, alpha: number): number {
  const guess = mean + normalQuantile(alpha) * spreadOf(mean, se, phi);
  return lowestCount(guess, (count) => 1 - predictedTail(count + 1, mean, se, phi) > alpha);
}

const spreadOf = (mean: number, se: number, phi: number): number =>
  se < OPEN ? Math.sqrt(phi * mean + (mean * se) ** 2) : Math.sqrt(phi * mean);

/**
 * As `predictedBound`, but a tie counts half (mid-p): the chance is ½·P(Y ≥ count) + ½·P(Y > count).
 *
 * Why     a count cannot be cut at exactly alpha: the plain tail keeps false alarms of small counts far below it (about .0039
 *         for .005 over days of half a case to a hundred and twenty), and misses what it could have found.
 * Source  Lancaster (1961), J. Amer. Statist. Assoc. 56, 223–234.
 */
export function predictedMidBound(mean: number, se: number, phi: number, alpha: number): CountBound {
  const chance = (count: number) =>
    count <= 0 ? 1 : (predictedTail(count, mean, se, phi) + predictedTail(count + 1, mean, se, phi)) / 2;
  const { upper: plain } = predictedBound(mean, se, phi, alpha);
  return { upper: lowestCount(plain, (count) => chance(count + 1) <= alpha), chance };
}

/**
 * Counts raised to a power are normal. With τ = φ + var(μ̂)/μ:
 *   ⅔     U = (μ^⅔ + z·√(4/9·μ^⅓·τ))^1.5      ½     U = (√μ + z·√(τ/4))²      none     U = μ + z·√(μτ)
 *
 * Source  Farrington et al. (1996), J. R. Statist. Soc. A 159, 547–563.
 */
export function powerBound(mean: number, tau: number, { z, power }: { z: number; power: PowerTransform }): CountBound {
  const [raise, lower, sd] = transforms[power](mean, tau);
  return {
    upper: lower(raise(mean) + z * sd),
    chance: (count) => normalCdf((raise(mean) - raise(count)) / sd),
  };
}

type Power = (value: number) => number;

const transforms: Readonly<
  Record<PowerTransform, (mean: number, tau: number) => [raise: Power, lower: Power, sd: number]>
> = {
  '2/3': (mean, tau) => [
    (value) => Math.cbrt(value * value),
    (value) => Math.max(0, value) ** 1.5,
    Math.sqrt((4 / 9) * Math.cbrt(mean) * tau),
  ],
  '1/2': (_, tau) => [Math.sqrt, (value) => Math.max(0, value) ** 2, Math.sqrt(tau / 4)],
  none: (mean, tau) => [(value) => value, (value) => Math.max(0, value), Math.sqrt(mean * tau)],
};
