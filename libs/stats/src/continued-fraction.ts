/** Stands for 0 in a denominator: small enough to vanish, large enough to divide by. */
const TINY = 1e-300;
const ENOUGH = 1e-15;

/**
 * The value of a continued fraction  b₀ + a₁ / (b₁ + a₂ / (b₂ + …)), evaluated from the front.
 *
 * Shape   `term(0)` gives b₀ (its `a` is ignored); `term(k)` gives aₖ and bₖ.
 * Stops   when a step changes the value by less than 1e-15 of it, or after `limit` steps.
 * Edge    throws RangeError when it has not settled by then: no figure is better than a wrong one.
 * Source  Lentz (1976), Applied Optics 15, 668; modified by Thompson & Barnett (1986), J. Comput. Phys. 64, 490.
 */
export function continuedFraction(term: (k: number) => { a: number; b: number }, limit = 20_000): number {
  let value = term(0).b || TINY;
  let c = value;
  let d = 0;
  for (let k = 1; k <= limit; k += 1) {
    const { a, b } = term(k);
    d = 1 / (b + a * d || TINY);
    c = b + a / c || TINY;
    const change = c * d;
    value *= change;
    if (Math.abs(change - 1) < ENOUGH) return value;
  }
  throw new RangeError(`continuedFraction: not settled after ${limit} steps.`);
}
