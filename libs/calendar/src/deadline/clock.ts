import type { HolidayTable } from '../holiday-table.ts';
import { type IsoDay, dayNumber, daysBetween } from '../iso-day.ts';
import { type AgeingBucket, ageingBucket } from './ageing.ts';
import { countedDays } from './counted-days.ts';
import { type DeadlineCase, endedOn, knownOn } from './deadline-case.ts';
import type { RuleVersions } from './deadline-rules.ts';
import { type Deadline, deadlineOf } from './due-on.ts';
import { type Reason, whyDue, whyNoRules } from './why-due.ts';

export interface Clock {
  readonly state: 'not-started' | 'running' | 'paused' | 'closed' | 'withdrawn';
  /** The last day in time; null while paused, or where it cannot be known (`why` says which). */
  readonly due: IsoDay | null;
  /**
   * Days of the term that are left after `asOf`, in its unit; 0 on the last day, below 0 the calendar days over it. While
   * paused it stands still. Null once it has ended, or where it cannot be known.
   */
  readonly daysLeft: number | null;
  /** Open and over the last day, or ended after it. Null where it cannot be known. */
  readonly overdue: boolean | null;
  /** The smallest of the warnings (T−5, T−3, T−1) that has been reached; null if none, or not running, or overdue. */
  readonly warning: number | null;
  /** Calendar days since the start, until the end. */
  readonly age: number;
  readonly bucket: AgeingBucket | null;
  readonly why: Reason;
}

/**
 * How a deadline stands at the end of a day, from what was known by then.
 *
 * Edge    a withdrawal ends the case the same day and is overdue only if it came after the last day. Later facts change
 *         nothing: the clock of a past day is the same whenever it is read.
 */
export function clock(one: DeadlineCase, asOf: IsoDay, versions: RuleVersions, table: HolidayTable = {}): Clock {
  const known = knownOn(one, asOf);
  const end = endedOn(known);
  const until = end?.day ?? asOf;
  const age = Math.max(0, daysBetween(known.startedOn, until));
  const deadline = deadlineOf(known, versions, table);
  if (deadline === undefined)
    return { ...UNKNOWN, state: end?.how ?? 'running', age, why: whyNoRules(known.startedOn) };

  const { due, rules } = deadline;
  const last = due.kind === 'day' ? due.day : null;
  const state =
    asOf < known.startedOn ? 'not-started' : (end?.how ?? (standsStill(deadline, asOf) ? 'paused' : 'running'));
  const daysLeft = end === null ? daysLeftOf(known, deadline, asOf, table) : null;
  const overdue = due.kind === 'no-data' ? null : last !== null && until > last;
  const reached = rules.warnAt.filter((days) => daysLeft !== null && daysLeft >= 0 && daysLeft <= days);
  return {
    state,
    due: last,
    daysLeft,
    overdue,
    warning: state === 'running' && reached.length > 0 ? Math.min(...reached) : null,
    age,
    bucket: ageingBucket(age, rules.ageing),
    why: whyDue(known, deadline, { asOf, end, daysLeft }),
  };
}

const UNKNOWN = { due: null, daysLeft: null, overdue: null, warning: null, bucket: null } as const;

/** A pause that began after the last day holds nothing up any more. */
const standsStill = ({ due, still }: Deadline, day: IsoDay) =>
  due.kind !== 'day' && still.some(({ from, until }) => from <= dayNumber(day) && dayNumber(day) < until);

function daysLeftOf(
  { startedOn }: DeadlineCase,
  { due, term, still }: Deadline,
  asOf: IsoDay,
  table: HolidayTable,
): number | null {
  if (due.kind === 'no-data') return null;
  if (due.kind === 'day' && due.day < asOf) return -daysBetween(due.day, asOf);
  if (asOf < startedOn) return term.days;
  const used = countedDays(startedOn, asOf, term.unit, still, table);
  return used === undefined ? null : term.days - used;
}
