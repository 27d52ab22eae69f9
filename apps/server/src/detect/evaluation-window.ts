import { addCalendarDays, bucketPlus, bucketStart } from '@tocsin/calendar';
import type { IsoDay, RuleGrain } from '@tocsin/contracts';

/** Buckets that are looked at again in every run: late rows and corrections mostly touch these. */
const RECENT = { day: 35, week: 8, month: 3, quarter: 2 } as const;
/** Figures that changed longer ago than this are history that nobody is warned of any more. */
const LONGEST_LOOK_BACK_DAYS = 53 * 7;

/**
 * From which bucket on a rule is evaluated: the recent ones always, further back to the first day whose figures have
 * changed (a file of past months came in), at most a year; as far as it is asked for when history is asked for.
 */
export function evaluatedFrom(
  grain: RuleGrain,
  today: IsoDay,
  { changedFrom, since }: { readonly changedFrom: IsoDay | undefined; readonly since: IsoDay | undefined },
): IsoDay {
  const recent = bucketPlus(today, -RECENT[grain], grain);
  const longest = addCalendarDays(today, -LONGEST_LOOK_BACK_DAYS);
  const changed = changedFrom !== undefined && changedFrom < longest ? longest : changedFrom;
  return bucketStart(earliestOf([recent, changed ?? recent, since ?? recent]), grain);
}

/** The earliest of one day or more. */
export function earliestOf(days: readonly [IsoDay, ...IsoDay[]]): IsoDay {
  return days.reduce((left, right) => (left < right ? left : right));
}
