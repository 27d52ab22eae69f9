import { addCalendarDays } from '@tocsin/calendar';
import type { IsoDay } from '@tocsin/contracts';
import { type DelayCount, lateReporting, lateReportingDefaults, maturityAt } from '@tocsin/detection';

/** The share of a day's complaints that has arrived, by the day's age in whole days; 1 beyond its end. */
export type ArrivedShares = readonly number[];

/** From this share on a day counts as whole: what is missing is less than its chance, and baselines may learn from it. */
const WHOLE = 0.95;
/**
 * Days must come in alike: 0 is each case by itself, 1 whole days at once. Above this, as where a week is handed over on
 * one day, the share of all days says nothing about one.
 */
const MOST_UNEVEN = 0.2;

/** Days received from which delays are learned for a day. */
export const learnedFrom = (today: IsoDay): IsoDay => addCalendarDays(today, -lateReportingDefaults.window);

/**
 * How much of the last days has arrived, by what was known when `today` began: the same all day long. Undefined where too
 * few delays are known or nothing comes late.
 *
 * Why     rows that come in today would move the share with every file; a back-test of today must find the same one.
 * Shape   the share at an age is that of the end of the day: in the morning it promises a little too much, never too little.
 */
export function arrivedShares(
  delays: readonly (DelayCount & { readonly known: IsoDay })[],
  today: IsoDay,
): ArrivedShares | undefined {
  const yesterday = addCalendarDays(today, -1);
  const from = learnedFrom(today);
  const known = delays.filter((one) => one.known < today && one.received >= from);
  const late = lateReporting(known, yesterday);
  if (late === undefined) return undefined;
  const perDay = casesPerDay(known);
  const shares = late.shares.map((_, age) => {
    const share = maturityAt(late, age);
    const uneven = ((late.spreads[age] ?? 1) - 1) / Math.max(1, perDay - 1);
    return share >= WHOLE || uneven > MOST_UNEVEN ? 1 : share;
  });
  const whole = shares.findLastIndex((share) => share < 1) + 1;
  return whole === 0 ? undefined : shares.slice(0, whole);
}

/** The mean over days received that have any. */
function casesPerDay(delays: readonly DelayCount[]): number {
  const days = new Set(delays.map(({ received }) => received));
  return delays.reduce((sum, { count }) => sum + count, 0) / Math.max(1, days.size);
}
