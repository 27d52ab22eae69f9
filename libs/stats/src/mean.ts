/**
 * The arithmetic mean.
 *
 * Shape   one value or more; the order does not matter.
 * Edge    throws RangeError on an empty list: a mean of nothing is not 0.
 */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('mean: no values. Check that the window is not empty.');
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
