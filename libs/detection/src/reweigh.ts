import { type LogLinear, anscombeResidual, normalQuantile } from '@tocsin/stats';
import { countTail } from './farrington/farrington-bound.ts';

/** How far a count lies above its mean, in standard deviations of a normal. */
export type Residual = (count: number, mean: number, phi: number, leverage: number) => number;

/**
 * The residual of a count by its own distribution: the normal value with the same chance (a tie counts half).
 *
 * Why     a clump of three where half a case is expected is an ordinary thing for counts that vary, yet far out by the
 *         Anscombe residual: taken for past outbreaks such clumps leave the dispersion too small, and every third one alarms.
 * Cost    a tail of the negative binomial, and only for counts that look far out by the quicker residual.
 */
export const residualByTail: Residual = (count, mean, phi, leverage) => {
  const quick = anscombeResidual(count, mean, phi, leverage);
  if (quick < CLEARLY_ORDINARY) return quick;
  return -normalQuantile(Math.max(1e-15, (countTail(count, mean, phi) + countTail(count + 1, mean, phi)) / 2));
};

const CLEARLY_ORDINARY = 2;

/**
 * Weights that let past excesses count for less: s⁻² where the residual s lies above `from`, scaled so that all weights
 * together stay the same. A row with `known` 0 stays out. The residual is Anscombe's unless another is given.
 *
 * Source  Farrington et al. (1996), J. R. Statist. Soc. A 159, 547–563.
 */
export function reweigh(
  model: LogLinear,
  counts: ArrayLike<number>,
  known: ArrayLike<number>,
  {
    phi,
    from,
    rows,
    residual = anscombeResidual,
  }: { readonly phi: number; readonly from: number; readonly rows: number; readonly residual?: Residual },
  weights: Float64Array,
): void {
  let sum = 0;
  let all = 0;
  weights.fill(0);
  for (let i = 0; i < rows; i += 1) {
    const weight = known[i] ?? 0;
    if (weight === 0) continue;
    const count = counts[i] ?? 0;
    const mean = model.fitted[i] ?? 0;
    // What does not exceed its mean is no excess: most rows need no residual.
    const s = count <= mean ? 0 : residual(count, mean, phi, model.leverage(i));
    const share = s > from ? 1 / (s * s) : 1;
    weights[i] = weight * share;
    sum += weight * share;
    all += weight;
  }
  for (let i = 0; i < rows; i += 1) weights[i] = ((weights[i] ?? 0) * all) / sum;
}
