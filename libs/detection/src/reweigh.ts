import { type LogLinear, anscombeResidual } from '@tocsin/stats';

/**
 * Weights that let past excesses count for less: s⁻² where the Anscombe residual s lies above `from`, scaled so that all
 * weights together stay the same. A row with `known` 0 stays out.
 *
 * Source  Farrington et al. (1996), J. R. Statist. Soc. A 159, 547–563.
 */
export function reweigh(
  model: LogLinear,
  counts: ArrayLike<number>,
  known: ArrayLike<number>,
  { phi, from, rows }: { readonly phi: number; readonly from: number; readonly rows: number },
  weights: Float64Array,
): void {
  let sum = 0;
  let all = 0;
  weights.fill(0);
  for (let i = 0; i < rows; i += 1) {
    const weight = known[i] ?? 0;
    if (weight === 0) continue;
    const s = anscombeResidual(counts[i] ?? 0, model.fitted[i] ?? 0, phi, model.leverage(i));
    const share = s > from ? 1 / (s * s) : 1;
    weights[i] = weight * share;
    sum += weight * share;
    all += weight;
  }
  for (let i = 0; i < rows; i += 1) weights[i] = ((weights[i] ?? 0) * all) / sum;
}
