import { addDays, addMonths, daysBetween, monthStart } from '../../i18n/days.ts';
import { bucketEnd, bucketStart } from '../figures/grain.ts';
import type { Period } from '../filter/period.ts';

export const trendGrains = ['day', 'week', 'month'] as const;
export type TrendGrain = (typeof trendGrains)[number];

/** A year of the grain, so that weekdays meet weekdays. */
const YEAR_DAYS = 364;
/** A period that ended at most so long ago is drawn up to the data's end, where the newest warnings are. */
const NEAR_DAYS = 62;

export const yearBefore = (grain: TrendGrain, bucket: string): string =>
  grain === 'month' ? monthStart(bucket, -12) : addDays(bucket, -YEAR_DAYS);

/**
 * The days a trend shows for a chosen period: enough before it to see what is usual (a quarter of days, a year of
 * weeks, two years of months), whole buckets, and on to `edge` (the first day without data) when that is near; then to
 * `drawnTo`, so that days that a late feed owes stand there as missing.
 */
export function trendWindow({ from, until }: Period, grain: TrendGrain, edge: string, drawnTo = edge): Period {
  const isNear = daysBetween(until, edge) <= NEAR_DAYS;
  const end = bucketEnd(grain, addDays(isNear && drawnTo > until ? drawnTo : until, -1));
  const usual = { day: addDays(end, -91), week: addDays(end, -53 * 7), month: addMonths(end, -25) }[grain];
  return { from: bucketStart(grain, usual < from ? usual : from), until: end };
}

/** The grain that suits a period of this length: about 15 to 100 buckets. */
export function defaultGrain({ from, until }: Period): TrendGrain {
  const days = daysBetween(from, until);
  if (days <= 10) return 'day';
  return days <= 400 ? 'week' : 'month';
}
