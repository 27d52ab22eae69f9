/** B₂ₖ / (2k·(2k − 1)) for k = 1…7: the terms of Stirling's series, in powers of 1/x. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156];
const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;
/** From here on seven terms of the series are exact to the last bits of a double. */
const LARGE_ENOUGH = 12;

/**
 * ln Γ(x), the logarithm of the gamma function; ln Γ(n + 1) = ln n!.
 *
 * Why     factorials overflow at 171!; tails of count distributions work on logarithms.
 * How     Γ(x) = Γ(x + n) / (x·(x + 1)·…·(x + n − 1)) lifts a small x past 12, where Stirling's series takes over.
 * Edge    Infinity at 0; throws RangeError for a negative x, which no distribution here needs.
 * Source  Abramowitz & Stegun (1964), 6.1.15 and 6.1.41.
 */
export function logGamma(x: number): number {
  if (!(x >= 0)) throw new RangeError(`logGamma: x is ${x}, but must not be negative.`);
  if (x === 0) return Infinity;

  let lifted = x;
  let product = 1;
  while (lifted < LARGE_ENOUGH) {
    product *= lifted;
    lifted += 1;
  }
  return (lifted - 0.5) * Math.log(lifted) - lifted + HALF_LOG_TWO_PI + stirling(lifted) - Math.log(product);
}

function stirling(x: number): number {
  const inverseSquare = 1 / (x * x);
  let series = 0;
  for (let k = STIRLING.length - 1; k >= 0; k -= 1) series = series * inverseSquare + (STIRLING[k] ?? 0);
  return series / x;
}

/**
 * ln Γ(x + more) − ln Γ(x), without losing the digits that both have in common when x is large.
 *
 * Edge    x and `more` must be ≥ 0.
 */
export function logGammaDifference(x: number, more: number): number {
  if (x < LARGE_ENOUGH) return logGamma(x + more) - logGamma(x);
  return more * Math.log(x) + (x + more - 0.5) * Math.log1p(more / x) - more + stirling(x + more) - stirling(x);
}
