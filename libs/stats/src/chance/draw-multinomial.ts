import { drawBinomial } from './draw-binomial.ts';
import type { Uniform } from './seeded-uniform.ts';

/**
 * `trials` things fall into cells, each with a chance in proportion to the cell's weight; the counts go to `into`.
 *
 * Shape   weights of at least 0, as many as `into` has places; they need not sum to 1.
 * How     cell by cell, a binomial share of what is left: O(cells), however many trials.
 * Edge    a cell of weight 0 gets nothing. Throws RangeError if no cell has weight and there are trials.
 */
export function drawMultinomial(
  trials: number,
  weights: ArrayLike<number>,
  uniform: Uniform,
  into: Float64Array,
): Float64Array {
  let weightLeft = 0;
  let last = -1;
  for (let cell = 0; cell < weights.length; cell += 1) {
    weightLeft += weights[cell] as number;
    if ((weights[cell] as number) > 0) last = cell;
  }
  if (last < 0 && trials > 0) throw new RangeError('drawMultinomial: no cell has a weight above 0.');
  let left = trials;
  for (let cell = 0; cell < into.length; cell += 1) {
    const weight = weights[cell] as number;
    // The last cell with weight takes the rest: what rounding leaves of the weights must not lose a case.
    const count = cell === last ? left : drawBinomial(left, weight / weightLeft, uniform);
    into[cell] = count;
    left -= count;
    weightLeft -= weight;
  }
  return into;
}
