/**
 * How much likelier a count is with the mean μ·e^κ than with μ, as a logarithm.
 *
 * Shape   `extra` is the part of the variance beyond Poisson: variance μ + extra·μ²; 0 is Poisson.
 *         z = κx + (x + 1/a)·ln((1 + aμ)/(1 + aμe^κ)); Poisson: z = κx + (1 − e^κ)μ.
 * Source  Höhle & Paul (2008), Computational Statistics & Data Analysis 52, 4357–4368.
 */
export function likelihoodRatio(count: number, mean: number, kappa: number, extra: number): number {
  const raised = mean * Math.exp(kappa);
  if (extra === 0) return kappa * count + mean - raised;
  return kappa * count + (count + 1 / extra) * Math.log((1 + extra * mean) / (1 + extra * raised));
}

/** The count whose `likelihoodRatio` is exactly `wanted`. */
export function countWithRatio(wanted: number, mean: number, kappa: number, extra: number): number {
  const raised = mean * Math.exp(kappa);
  if (extra === 0) return (wanted - mean + raised) / kappa;
  const log = Math.log((1 + extra * mean) / (1 + extra * raised));
  return (wanted - log / extra) / (kappa + log);
}
