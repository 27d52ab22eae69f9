const EULER = 0.5772156649015329;

/** 1 + how many of `nullMaxima` reach `score`: the place of an observed score among simulated ones. */
export function monteCarloRank(score: number, nullMaxima: ArrayLike<number>): number {
  let rank = 1;
  for (let i = 0; i < nullMaxima.length; i += 1) if ((nullMaxima[i] as number) >= score) rank += 1;
  return rank;
}

/**
 * The chance of such a score where nothing happens, (1 + #{simulated ≥ observed}) / (R + 1): exact, never 0.
 *
 * Source  Dwass (1957), Ann. Math. Statist. 28, 181–187.
 */
export function monteCarloP(score: number, nullMaxima: ArrayLike<number>): number {
  return monteCarloRank(score, nullMaxima) / (nullMaxima.length + 1);
}

/**
 * A chance below what R simulations resolve, from the Gumbel distribution through their mean and variance: only to rank
 * clusters of which several have the smallest Monte Carlo p. It is an approximation; decide by `monteCarloP`.
 *
 * Edge    throws RangeError for fewer than two simulations; simulations that are all alike give 0 above them and 1 else.
 * Source  Abrams, Kulldorff & Kleinman (2010), Int. J. Health Geographics 9:61.
 */
export function gumbelP(score: number, nullMaxima: ArrayLike<number>): number {
  const { length } = nullMaxima;
  if (length < 2) throw new RangeError(`gumbelP: ${length} simulations; at least 2 are needed.`);
  const values = Array.from(nullMaxima);
  const mean = values.reduce((sum, value) => sum + value, 0) / length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (length - 1);
  if (variance === 0) return score > mean ? 0 : 1;
  const sigma = Math.sqrt(6 * variance) / Math.PI;
  return -Math.expm1(-Math.exp(-(score - mean + EULER * sigma) / sigma));
}

/**
 * How long one waits until chance alone brings such a cluster again: the days between two scans, divided by p.
 *
 * Units   days. `daysBetween` 1 for a scan every day, 7 for one every week.
 * Source  Kleinman, Lazarus & Platt (2004), Am. J. Epidemiology 159, 217–224.
 */
export function recurrenceInterval(pValue: number, daysBetween: number): number {
  if (!(pValue > 0 && pValue <= 1)) throw new RangeError(`recurrenceInterval: p is ${pValue}, not in (0, 1].`);
  return daysBetween / pValue;
}

/**
 * The value below which a share of the numbers lies, interpolated between neighbours.
 *
 * Edge    throws RangeError without numbers.
 * Source  Hyndman & Fan (1996), Am. Statistician 50, 361–365, definition 7; R's default.
 */
export function quantile(numbers: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(Array.from(numbers)).sort();
  if (sorted.length === 0) throw new RangeError('quantile: no numbers.');
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const [low, high] = [sorted[below] as number, sorted[Math.min(below + 1, sorted.length - 1)] as number];
  return low + (place - below) * (high - low);
}
