import { logGamma } from '../log-gamma.ts';
import type { Uniform } from './seeded-uniform.ts';

/** From this mean on rejection is faster than multiplying. */
const LARGE = 10;

/**
 * A Poisson number with the given mean.
 *
 * How     multiplying uniform numbers for small means, else transformed rejection; exact in both, O(1) in the large.
 * Edge    a mean of 0 gives 0; a negative or unknown one throws RangeError.
 * Source  Hörmann (1993), Insurance: Math. and Econ. 12, 39–45, algorithm PTRS.
 */
export function drawPoisson(mean: number, uniform: Uniform): number {
  if (!(mean >= 0 && mean < Infinity))
    throw new RangeError(`drawPoisson: the mean is ${mean}, but must be at least 0 and finite.`);
  return mean < LARGE ? multiply(mean, uniform) : reject(mean, uniform);
}

function multiply(mean: number, uniform: Uniform): number {
  const floor = Math.exp(-mean);
  let count = 0;
  for (let product = uniform(); product > floor; product *= uniform()) count += 1;
  return count;
}

function reject(mean: number, uniform: Uniform): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const logAlpha = Math.log(1.1239 + 1.1328 / (b - 3.4));
  const quick = 0.9277 - 3.6224 / (b - 2);
  const logMean = Math.log(mean);
  for (;;) {
    const u = uniform() - 0.5;
    const v = uniform();
    const us = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= quick) return count;
    if (count < 0 || (us < 0.013 && v > us)) continue;
    const height = count * logMean - mean - logGamma(count + 1);
    if (Math.log(v) + logAlpha - Math.log(a / (us * us) + b) <= height) return count;
  }
}
