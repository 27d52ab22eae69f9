import { isWorkday } from '../day-kind.ts';
import type { HolidayTable } from '../holiday-table.ts';
import { type IsoDay, dayNumber, isoDay } from '../iso-day.ts';
import type { Pause } from './deadline-case.ts';
import type { PauseReason, Term } from './deadline-rules.ts';

/** Day numbers `from ≤ day < until`; until Infinity while nobody knows the end. */
export interface StillDays {
  readonly from: number;
  readonly until: number;
}

/** The spans in which the clock stands still: in order, apart from each other, none empty, none up to the start itself. */
export function stillDays(pauses: readonly Pause[], by: readonly PauseReason[], startedOn: IsoDay): StillDays[] {
  const first = dayNumber(startedOn) + 1;
  const spans = pauses
    .filter(({ reason }) => by.includes(reason))
    .map(({ from, until }) => ({
      from: Math.max(first, dayNumber(from)),
      until: until === null || until === undefined ? Infinity : dayNumber(until),
    }))
    .filter(({ from, until }) => from < until)
    .sort((left, right) => left.from - right.from);
  const apart: StillDays[] = [];
  for (const span of spans) {
    const last = apart[apart.length - 1];
    if (last === undefined || span.from > last.until) apart.push(span);
    else apart[apart.length - 1] = { from: last.from, until: Math.max(last.until, span.until) };
  }
  return apart;
}

export type Arrival =
  | { readonly kind: 'day'; readonly day: IsoDay }
  /** The clock stands still since then and nobody knows until when. */
  | { readonly kind: 'paused'; readonly since: IsoDay }
  /** The way leads through a year whose holidays nobody has announced. */
  | { readonly kind: 'no-data'; readonly year: number };

/** The last day of a term: the `days`-th day after `startedOn` that counts. */
export function lastDay(
  startedOn: IsoDay,
  { days, unit }: Term,
  still: readonly StillDays[],
  table: HolidayTable,
): Arrival {
  let at = dayNumber(startedOn);
  let left = days;
  let next = 0;
  while (left > 0) {
    const span = still[next];
    if (span !== undefined && at + 1 >= span.from) {
      if (span.until === Infinity) return { kind: 'paused', since: isoDay(span.from) };
      at = span.until - 1;
      next += 1;
      continue;
    }
    if (unit === 'calendar-day') {
      // In one stride, to the end or to the next pause.
      const stride = Math.min(left, span === undefined ? left : span.from - 1 - at);
      at += stride;
      left -= stride;
      continue;
    }
    at += 1;
    const works = isWorkday(isoDay(at), table);
    if (works === undefined) return { kind: 'no-data', year: Number(isoDay(at).slice(0, 4)) };
    if (works) left -= 1;
  }
  return { kind: 'day', day: isoDay(at) };
}

/** How many days that count lie in `after < day ≤ until`; undefined if a working day cannot be told from a holiday. */
export function countedDays(
  after: IsoDay,
  until: IsoDay,
  unit: Term['unit'],
  still: readonly StillDays[],
  table: HolidayTable,
): number | undefined {
  const [first, last] = [dayNumber(after) + 1, dayNumber(until)];
  if (unit === 'calendar-day') {
    const stood = still.reduce(
      (sum, { from, until: end }) => sum + Math.max(0, Math.min(last + 1, end) - Math.max(first, from)),
      0,
    );
    return Math.max(0, last - first + 1) - stood;
  }
  let count = 0;
  for (let at = first; at <= last; at += 1) {
    if (still.some(({ from, until: end }) => from <= at && at < end)) continue;
    const works = isWorkday(isoDay(at), table);
    if (works === undefined) return undefined;
    if (works) count += 1;
  }
  return count;
}
