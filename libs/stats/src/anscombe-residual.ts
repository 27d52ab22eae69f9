/**
 * How far a count lies from its mean, on a scale where counts look normal.
 *
 * Shape   1.5·(y^⅔·μ^−⅙ − √μ) / √(φ·(1 − h)), with dispersion φ and leverage h of its row.
 * Source  McCullagh & Nelder (1989), Generalized Linear Models, 2.4; as used by Farrington et al. (1996).
 */
export function anscombeResidual(count: number, mean: number, dispersion: number, leverage: number): number {
  const rootMean = Math.sqrt(mean);
  const power = count === 0 ? 0 : Math.cbrt(count * count) / Math.cbrt(rootMean);
  return (1.5 * (power - rootMean)) / Math.sqrt(dispersion * (1 - leverage));
}
