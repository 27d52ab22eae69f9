import { mean } from './mean.ts';

/**
 * The standard deviation of a sample: the root of the summed squares around the mean, divided by n − 1 (R's `sd`).
 *
 * Shape   two values or more; the order does not matter.
 * Units   those of the values.
 * Edge    throws RangeError below two values: one value says nothing about spread. Equal values give 0.
 * Source  two passes (mean first), because the one-pass form loses all digits when the spread is small beside the mean.
 */
export function sampleStandardDeviation(values: readonly number[]): number {
  if (values.length < 2) {
    throw new RangeError(`sampleStandardDeviation: ${values.length} value(s), at least 2 are needed.`);
  }
  const centre = mean(values);
  let squares = 0;
  for (const value of values) squares += (value - centre) ** 2;
  return Math.sqrt(squares / (values.length - 1));
}
