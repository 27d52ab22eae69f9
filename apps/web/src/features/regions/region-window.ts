import { addDays } from '../../i18n/days.ts';
import { bucketEnd, bucketStart } from '../figures/grain.ts';
import type { Period } from '../filter/period.ts';

export const regionGrains = ['week', 'month', 'quarter'] as const;
export type RegionGrain = (typeof regionGrains)[number];

/** How many buckets stand side by side: a year of months and one more, so that the same month is seen twice. */
export const BUCKETS = 13;

/** The last whole number of buckets up to the end of a period. */
export function regionWindow({ until }: Period, grain: RegionGrain): Period {
  const last = bucketStart(grain, addDays(until, -1));
  let from = last;
  for (let step = 1; step < BUCKETS; step += 1) from = bucketStart(grain, addDays(from, -1));
  return { from, until: bucketEnd(grain, last) };
}
