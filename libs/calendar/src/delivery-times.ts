import { isWorkday } from './day-kind.ts';
import type { HolidayTable } from './holiday-table.ts';
import { type IsoDay, addCalendarDays, weekday } from './iso-day.ts';

/** How often something is delivered. */
export type DeliveryRhythm = 'hourly' | 'daily' | 'workdays' | 'weekly' | 'monthly';

/** A wall clock: a day, and `HH:mm` of it. Compared as text, day first. */
export interface WallTime {
  readonly day: IsoDay;
  readonly time: string;
}

/** The delivery times around a moment. */
export interface DeliveryTimes {
  /** The next one after it. */
  readonly next: WallTime;
  /** The last ones up to it, newest first: three. */
  readonly past: readonly [WallTime, WallTime, WallTime];
}

/** No rhythm leaves out more days than a month and the holidays around it. */
const LOOKS_AT_DAYS = 130;

/**
 * When deliveries are due around `now`: every hour at the minutes of `dueBy`; every day, working day, Monday or first of the
 * month at `dueBy`. A year without holiday data counts Monday to Friday as working days: a feed must not fall silent for
 * want of an announcement.
 */
export function deliveryTimes(
  rhythm: DeliveryRhythm,
  dueBy: string,
  now: WallTime,
  table: HolidayTable = {},
): DeliveryTimes {
  const past: WallTime[] = [];
  for (let back = 0; past.length < 3 && back < LOOKS_AT_DAYS; back++) {
    const day = addCalendarDays(now.day, -back);
    past.push(
      ...timesOn(day, rhythm, dueBy, table)
        .filter((at) => isUpTo(at, now))
        .toReversed(),
    );
  }
  let next: WallTime | undefined;
  for (let ahead = 0; next === undefined && ahead < LOOKS_AT_DAYS; ahead++) {
    const day = addCalendarDays(now.day, ahead);
    next = timesOn(day, rhythm, dueBy, table).find((at) => !isUpTo(at, now));
  }
  const [first, second, third] = past;
  if (!first || !second || !third || !next) throw new RangeError(`no delivery times around ${now.day}`);
  return { next, past: [first, second, third] };
}

/** The delivery times on the days `from ≤ day ≤ to`, oldest first. */
export function dueTimes(
  rhythm: DeliveryRhythm,
  dueBy: string,
  { from, to }: { readonly from: IsoDay; readonly to: IsoDay },
  table: HolidayTable = {},
): WallTime[] {
  const all: WallTime[] = [];
  for (let day = from; day <= to; day = addCalendarDays(day, 1)) all.push(...timesOn(day, rhythm, dueBy, table));
  return all;
}

/** Whether `one` is not after `other`. */
export const isUpTo = (one: WallTime, other: WallTime): boolean =>
  one.day < other.day || (one.day === other.day && one.time <= other.time);

function timesOn(day: IsoDay, rhythm: DeliveryRhythm, dueBy: string, table: HolidayTable): WallTime[] {
  if (rhythm === 'hourly') {
    const minutes = dueBy.slice(3);
    return Array.from({ length: 24 }, (_, hour) => ({ day, time: `${String(hour).padStart(2, '0')}:${minutes}` }));
  }
  return isDue(day, rhythm, table) ? [{ day, time: dueBy }] : [];
}

function isDue(day: IsoDay, rhythm: Exclude<DeliveryRhythm, 'hourly'>, table: HolidayTable): boolean {
  switch (rhythm) {
    case 'daily':
      return true;
    case 'workdays':
      return isWorkday(day, table) ?? weekday(day) <= 5;
    case 'weekly':
      return weekday(day) === 1;
    case 'monthly':
      return day.endsWith('-01');
  }
}
