import { type DeliveryRhythm, type WallTime, dueTimes, isUpTo } from './delivery-times.ts';
import type { HolidayTable } from './holiday-table.ts';
import { type IsoDay, addCalendarDays } from './iso-day.ts';

/** The first delivery that has not come. */
export interface AwaitedDelivery {
  /** When it is due, or was. */
  readonly due: WallTime;
  /** When the one before it was due: what is awaited are the days from this one on. */
  readonly previous: WallTime;
  /** How many deliveries were due by now and have not come, this one included; 0 as long as it is not due. */
  readonly overdue: number;
}

/** More days than any two delivery times of the rhythm lie apart; closed days of a company may be many. */
const FARTHEST_DAYS: Readonly<Record<DeliveryRhythm, number>> = {
  hourly: 2,
  daily: 2,
  workdays: 130,
  weekly: 8,
  monthly: 32,
};

/**
 * Which delivery is waited for. The delivery of a period may come at any time after the one before was due, so the last one
 * that came serves the first due time at or after it, however much later than promised it was. Nothing is expected up to
 * `since`, when the watch began: what is due first after that is the first that can be missed.
 */
export function awaitedDelivery(
  rhythm: DeliveryRhythm,
  dueBy: string,
  { last, since }: { readonly last: WallTime | undefined; readonly since: WallTime },
  now: WallTime,
  table: HolidayTable = {},
): AwaitedDelivery {
  const began = last === undefined || isUpTo(last, since) ? since : last;
  const far = FARTHEST_DAYS[rhythm];
  const days = { from: addCalendarDays(began.day, -far), to: addCalendarDays(laterDay(began.day, now.day), 2 * far) };
  const all = dueTimes(rhythm, dueBy, days, table);
  const promised = all.findIndex((due) => !isUpTo(due, since));
  const first = last === undefined ? promised : Math.max(promised, all.findIndex((due) => isUpTo(last, due)) + 1);
  const [previous, due] = [all[first - 1], all[first]];
  if (previous === undefined || due === undefined) throw new RangeError(`no delivery times around ${began.day}`);
  return { due, previous, overdue: all.slice(first).filter((one) => isUpTo(one, now)).length };
}

const laterDay = (one: IsoDay, other: IsoDay): IsoDay => (one > other ? one : other);
