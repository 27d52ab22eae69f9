import type { Chance } from '../chance/chance.ts';

/** A gamma variable of shape ≥ any positive number and scale 1. Source: Marsaglia & Tsang (2000), ACM TOMS 26, 363–372. */
export function drawGamma(chance: Chance, shape: number): number {
  if (shape < 1) return drawGamma(chance, shape + 1) * (1 - chance.float()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = chance.normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - chance.float()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A count with this mean and the variance φ times as large: Poisson for φ = 1, negative binomial above. */
export function drawCount(chance: Chance, mean: number, phi: number): number {
  return chance.poisson(phi > 1 ? drawGamma(chance, mean / (phi - 1)) * (phi - 1) : mean);
}
