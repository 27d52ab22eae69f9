import { addCalendarDays, addMonths, daysBetween } from '@tocsin/calendar';
import type { IsoDay } from '@tocsin/contracts';
import type { Period } from '@tocsin/warehouse';

/** The stretches of a year that its targets are told by. */
export interface YearSoFar {
  /** The days counted; empty (`from = until`) before the year has a whole day. */
  readonly sofar: Period;
  readonly year: Period;
  /** The same days of the year before, and all of it. */
  readonly sameDays: Period;
  readonly yearBefore: Period;
  readonly timeShare: number;
}

/** Up to yesterday, or to the last day with data where that is earlier: what has not been delivered is not "none". */
export function yearSoFar(year: number, today: IsoDay, lastDay: IsoDay | null): YearSoFar {
  const whole = { from: `${year}-01-01`, until: `${year + 1}-01-01` };
  const known = lastDay === null ? whole.from : addCalendarDays(lastDay, 1);
  const edge = [today, known, whole.until].reduce((least, day) => (day < least ? day : least));
  const until = edge < whole.from ? whole.from : edge;
  const yearBefore = { from: `${year - 1}-01-01`, until: whole.from };
  return {
    sofar: { from: whole.from, until },
    year: whole,
    sameDays: { from: yearBefore.from, until: until === whole.until ? whole.from : addMonths(until, -12) },
    yearBefore,
    timeShare: daysBetween(whole.from, until) / daysBetween(whole.from, whole.until),
  };
}
