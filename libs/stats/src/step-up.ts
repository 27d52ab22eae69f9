/**
 * The machinery of step-up corrections: sorts, adjusts each p-value by its rank, makes the result
 * monotone from the largest down, never above 1, and puts it back into the given order.
 *
 * Shape   `adjust(p, rank)` with rank 1 for the smallest p-value.
 */
export function stepUp(pValues: readonly number[], adjust: (p: number, rank: number) => number): number[] {
  const descending = pValues.map((p, index) => ({ p, index })).sort((left, right) => right.p - left.p);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let smallest = 1;
  descending.forEach(({ p, index }, position) => {
    smallest = Math.min(smallest, adjust(p, pValues.length - position));
    adjusted[index] = smallest;
  });
  return adjusted;
}
