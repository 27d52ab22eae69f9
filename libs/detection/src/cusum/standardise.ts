/** How a count is brought onto a scale where it looks standard normal. */
export const transformations = [
  'standard',
  'rossi',
  'anscombe',
  'anscombe2nd',
  'pearsonNegBin',
  'anscombeNegBin',
  'none',
] as const;
export type Transformation = (typeof transformations)[number];

/** A way there and back for a mean m; `extra` is the variance beyond Poisson, m + extra·m². */
export interface Standardisation {
  readonly to: (count: number) => number;
  /** The count that has this value; undefined for transformations whose way back nobody asks for. */
  readonly from?: (value: number) => number;
}

/**
 * Source  Rossi, Lampugnani & Marchi (1999), Statistics in Medicine 18, 2111–2122 (rossi); McCullagh & Nelder (1989)
 *         (anscombe, with its second-order mean); Hilbe (2011), Negative Binomial Regression (anscombeNegBin).
 */
export function standardisation(kind: Transformation, m: number, extra: number): Standardisation {
  const root = Math.sqrt(m);
  const unit = (2 / 3) * m ** (1 / 6);
  const centre = m ** (2 / 3);
  const anscombe = (mean: number) => (count: number) => (count ** (2 / 3) - mean) / unit;
  const back = (mean: number) => (value: number) => Math.max(0, mean + value * unit) ** 1.5;
  switch (kind) {
    case 'none':
      return { to: (count) => count };
    case 'standard':
      return { to: (count) => (count - m) / root, from: (value) => Math.ceil(m + value * root) };
    case 'pearsonNegBin': {
      const sd = Math.sqrt(m + extra * m * m);
      return { to: (count) => (count - m) / sd, from: (value) => m + value * sd };
    }
    case 'rossi':
      return {
        to: (count) => (count - 3 * m + 2 * Math.sqrt(m * count)) / (2 * root),
        from: (value) => (Math.sqrt(4 * m + 2 * value * root) - root) ** 2 || 0,
      };
    case 'anscombe':
      return { to: anscombe(centre), from: back(centre) };
    case 'anscombe2nd':
      // The way back is R's, which takes m^⅓/9 where the way there has m^−⅓/9.
      return { to: anscombe(centre - m ** (-1 / 3) / 9), from: back(centre - Math.cbrt(m) / 9) };
    case 'anscombeNegBin': {
      const mean = stabilised(m, extra);
      return { to: (count) => (stabilised(count, extra) - mean) / (m + extra * m * m) ** (1 / 6) };
    }
  }
}

/**
 * ∫₀ˣ (t + extra·t²)^−⅓ dt = 1.5·x^⅔·₂F₁(⅓, ⅔; 5/3; −extra·x): the scale on which negative binomial counts look normal.
 * The hypergeometric series is summed after Pfaff's transformation, where it converges for every x.
 */
function stabilised(x: number, extra: number): number {
  const w = (extra * x) / (1 + extra * x);
  let term = 1;
  let sum = 1;
  for (let n = 0; Math.abs(term) > 1e-17 && n < 100_000; n += 1) {
    term *= ((n + 1 / 3) / (n + 5 / 3)) * w;
    sum += term;
  }
  return 1.5 * x ** (2 / 3) * (1 + extra * x) ** (-1 / 3) * sum;
}
