/** From here on the series below are exact to the last bits of a double. */
const LARGE_ENOUGH = 12;

/**
 * ψ(x), the derivative of ln Γ(x), for x > 0.
 *
 * How     ψ(x) = ψ(x + 1) − 1/x lifts a small x past 12, where the asymptotic series takes over.
 * Source  Abramowitz & Stegun (1964), 6.3.5 and 6.3.18.
 */
export function digamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`digamma: x is ${x}, but must be above 0.`);
  let sum = 0;
  let lifted = x;
  for (; lifted < LARGE_ENOUGH; lifted += 1) sum -= 1 / lifted;
  const s = 1 / (lifted * lifted);
  const series = s * (1 / 12 - s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s * (1 / 132 - (s * 691) / 32_760)))));
  return sum + Math.log(lifted) - 0.5 / lifted - series;
}

/**
 * ψ′(x), the second derivative of ln Γ(x), for x > 0.
 *
 * Source  Abramowitz & Stegun (1964), 6.4.6 and 6.4.12.
 */
export function trigamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`trigamma: x is ${x}, but must be above 0.`);
  let sum = 0;
  let lifted = x;
  for (; lifted < LARGE_ENOUGH; lifted += 1) sum += 1 / (lifted * lifted);
  const s = 1 / (lifted * lifted);
  const series = 1 / 6 - s * (1 / 30 - s * (1 / 42 - s * (1 / 30 - s * (5 / 66 - (s * 691) / 2730))));
  return sum + 1 / lifted + s / 2 + (s / lifted) * series;
}
