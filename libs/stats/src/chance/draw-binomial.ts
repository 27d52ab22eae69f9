import { logGamma } from '../log-gamma.ts';
import type { Uniform } from './seeded-uniform.ts';

/** From this mean on rejection is faster than counting up. */
const LARGE = 10;

/**
 * A binomial number: how many of `trials` succeed, each with `probability`.
 *
 * How     inversion by counting up from 0 for small means, else transformed rejection; exact in both, O(1) in the large.
 * Edge    a probability of 0 or less gives 0, of 1 or more gives all trials.
 * Source  Hörmann (1993), J. Statist. Comput. Simul. 46, 101–110, algorithm BTRS.
 */
export function drawBinomial(trials: number, probability: number, uniform: Uniform): number {
  if (probability <= 0 || trials <= 0) return 0;
  if (probability >= 1) return trials;
  if (probability > 0.5) return trials - drawBinomial(trials, 1 - probability, uniform);
  return trials * probability < LARGE ? countUp(trials, probability, uniform) : reject(trials, probability, uniform);
}

function countUp(trials: number, probability: number, uniform: Uniform): number {
  const odds = probability / (1 - probability);
  let chance = Math.exp(trials * Math.log1p(-probability));
  let left = uniform();
  let count = 0;
  while (left > chance && count < trials) {
    left -= chance;
    count += 1;
    chance *= (odds * (trials - count + 1)) / count;
  }
  return count;
}

/** A hat over the density of the mode's surroundings; most draws end at the first comparison. */
function reject(trials: number, probability: number, uniform: Uniform): number {
  const spread = Math.sqrt(trials * probability * (1 - probability));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * probability;
  const centre = trials * probability + 0.5;
  const alpha = (2.83 + 5.1 / b) * spread;
  const quick = 0.92 - 4.2 / b;
  const logOdds = Math.log(probability / (1 - probability));
  const mode = Math.floor((trials + 1) * probability);
  const atMode = logGamma(mode + 1) + logGamma(trials - mode + 1);
  for (;;) {
    const u = uniform() - 0.5;
    const v = uniform();
    const us = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / us + b) * u + centre);
    if (us >= 0.07 && v <= quick) return count;
    if (count < 0 || count > trials) continue;
    const height = atMode - logGamma(count + 1) - logGamma(trials - count + 1) + (count - mode) * logOdds;
    if (Math.log((v * alpha) / (a / (us * us) + b)) <= height) return count;
  }
}
