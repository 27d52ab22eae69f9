import type { Design } from './design.ts';
import { digamma, trigamma } from './digamma.ts';
import { type FitOptions, LogLinear } from './log-linear.ts';

const SETTLED = 1e-10;
const MOST_ROUNDS = 50;
/** Beyond this size the counts vary no more than Poisson. */
const NEARLY_POISSON = 1e6;

/** A fitted negative binomial regression: the model with its coefficients, and the size of its variance μ + μ²/size. */
export interface NegativeBinomialFit {
  readonly model: LogLinear;
  readonly size: number;
}

/**
 * Regression of counts that vary more than Poisson, with the size of their variance estimated as well: by maximum
 * likelihood, coefficients and size in turn until the size stays.
 *
 * Edge    counts that vary no more than Poisson get the size Infinity.
 * Source  Venables & Ripley (2002), Modern Applied Statistics with S, 7.4; agrees with R's `MASS::glm.nb`.
 */
export function negativeBinomialRegression(
  design: Design,
  counts: ArrayLike<number>,
  options: Omit<FitOptions, 'size' | 'warm'> = {},
): NegativeBinomialFit {
  const model = new LogLinear(design.rows, design.columns).fit(design, counts, options);
  let size = momentSize(model, counts, design.rows, options.weights);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = likeliestSize(size, model.fitted, counts, design.rows, options.weights);
    if (next > NEARLY_POISSON) return { model: model.fit(design, counts, options), size: Infinity };
    const isSettled = Math.abs(next - size) < SETTLED * size;
    size = next;
    model.fit(design, counts, { ...options, size, warm: true });
    if (isSettled) break;
  }
  return { model, size };
}

/** n / Σ(y/μ − 1)²: a rough size to start from. */
function momentSize(
  { fitted }: LogLinear,
  counts: ArrayLike<number>,
  rows: number,
  weights: Float64Array | undefined,
): number {
  let all = 0;
  let sum = 0;
  for (let i = 0; i < rows; i += 1) {
    const weight = weights === undefined ? 1 : (weights[i] ?? 0);
    if (weight === 0) continue;
    all += weight;
    sum += weight * ((counts[i] ?? 0) / (fitted[i] ?? 1) - 1) ** 2;
  }
  return all / sum;
}

/** The size with the largest likelihood for these means: Newton's method on its score. */
function likeliestSize(
  start: number,
  fitted: Float64Array,
  counts: ArrayLike<number>,
  rows: number,
  weights: Float64Array | undefined,
): number {
  let size = start;
  for (let step = 0; step < MOST_ROUNDS; step += 1) {
    let score = 0;
    let curvature = 0;
    for (let i = 0; i < rows; i += 1) {
      const weight = weights === undefined ? 1 : (weights[i] ?? 0);
      if (weight === 0) continue;
      const y = counts[i] ?? 0;
      const mu = fitted[i] ?? 0;
      const whole = mu + size;
      score += weight * (digamma(size + y) - digamma(size) + Math.log(size / whole) + 1 - (y + size) / whole);
      curvature += weight * (trigamma(size) - trigamma(size + y) - 1 / size + 2 / whole - (y + size) / (whole * whole));
    }
    const change = score / curvature;
    const next = size + change > 0 ? size + change : size / 2;
    if (!(next < NEARLY_POISSON)) return Infinity;
    const isSettled = Math.abs(next - size) < 1e-12 * size;
    size = next;
    if (isSettled) break;
  }
  return size;
}
