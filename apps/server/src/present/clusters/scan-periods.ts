import { addCalendarDays, daysBetween } from '@tocsin/calendar';
import type { Period } from '@tocsin/warehouse';

/** Steps of windows for periods up to so many days: days for two weeks, weeks for half a year, four weeks beyond. */
const STEPS = [
  { upTo: 14, days: 1 },
  { upTo: 182, days: 7 },
  { upTo: Infinity, days: 28 },
] as const;
/** Steps before the period that tell how far counts stray. */
const BEFORE = 12;

export interface ScanPeriods {
  readonly step: number;
  readonly periods: readonly Period[];
  readonly before: readonly Period[];
}

/** A period cut into steps that end with it, oldest first; the oldest also holds what is no whole step. */
export function scanPeriods({ from, until }: Period): ScanPeriods {
  const length = daysBetween(from, until);
  const step = STEPS.find(({ upTo }) => length <= upTo)?.days ?? 1;
  const count = Math.max(1, Math.floor(length / step));
  const back = (end: string, steps: number): Period => ({
    from: addCalendarDays(end, -steps * step),
    until: addCalendarDays(end, (1 - steps) * step),
  });
  const periods = Array.from({ length: count }, (_, i) => back(until, count - i));
  return {
    step,
    periods: periods.map((period, i) => (i === 0 ? { ...period, from } : period)),
    before: Array.from({ length: BEFORE }, (_, i) => back(from, BEFORE - i)),
  };
}
