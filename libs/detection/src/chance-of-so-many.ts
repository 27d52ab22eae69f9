import { negativeBinomialTail, poissonTail, studentTail } from '@tocsin/stats';
import type { Baseline } from './point.ts';

/** Beyond this size a negative binomial is a Poisson to every digit that anyone reads. */
const NEARLY_POISSON = 1e7;

/**
 * How often so many cases or more would come if nothing had changed: the more careful of two answers.
 *
 * 1. The exact tail of a count with the baseline's mean and variance (Poisson, or negative binomial where the baseline
 *    varies more). A normal tail on counts of 2 or 3 promises rarities that are none.
 * 2. Student's t for one more value, for a handful of buckets knows the spread only roughly.
 *
 * Both are widened by 1 + 1/n for a mean that was itself estimated, and the mean of n silent buckets counts as
 * half a case in all of them, not as never.
 *
 * Units   `observed` in cases of one bucket, as the baseline.
 * Edge    a count at or below expectation is not tested further: its answer is the count tail alone.
 */
export function chanceOfSoMany(observed: number, baseline: Baseline): number {
  const { mean, sd, used } = baseline;
  const centre = Math.max(mean, 0.5 / used);
  const variance = Math.max(sd * sd, centre) * (1 + 1 / used);
  const size = (centre * centre) / (variance - centre);
  const count = size > NEARLY_POISSON ? poissonTail(observed, centre) : negativeBinomialTail(observed, centre, size);
  if (observed <= centre) return count;
  return Math.max(count, studentTail((observed - centre) / Math.sqrt(variance), used - 1));
}
