import type { HolidayTable } from '../holiday-table.ts';
import type { IsoDay } from '../iso-day.ts';
import { type Clock, clock } from './clock.ts';
import { type DeadlineCase, type Pause, knownOn } from './deadline-case.ts';
import { type RuleVersions, rulesOn } from './deadline-rules.ts';
import { type DueOn, dueOn } from './due-on.ts';
import { givenClock } from './given-clock.ts';

/** What can be noted about the time of a complaint. `forwarded` is told and moves no clock. */
export type CaseEventKind = 'complex' | 'appraisal' | 'mediation' | 'resume' | 'extension' | 'forwarded';

export interface CaseEvent {
  readonly kind: CaseEventKind;
  readonly day: IsoDay;
  /** For a pause: the day on which the clock goes on, if it is known; else the next `resume` says it. */
  readonly until?: IsoDay | null;
  /** For an extension. */
  readonly approver?: string;
  readonly told?: boolean;
}

/** What the clock of one complaint depends on. */
export interface CaseFacts {
  readonly receivedOn: IsoDay;
  /** The due day as the source gave it; null where it gave none. */
  readonly givenDue: IsoDay | null;
  readonly closedOn: IsoDay | null;
  readonly withdrawnOn: IsoDay | null;
  readonly events: readonly CaseEvent[];
}

/** Whose due day it is: the source's own, or what the rules make of the receipt and the events. */
export type DueBy = 'source' | 'rules';

/**
 * How a complaint stands at the end of a day: by the source's due day as long as nothing is known that moves it, else by
 * the rules. The one place that decides which of the two counts.
 */
export function caseClock(
  facts: CaseFacts,
  asOf: IsoDay,
  versions: RuleVersions,
  table: HolidayTable = {},
): Clock & { readonly by: DueBy } {
  const { givenDue } = facts;
  return givenDue !== null && !isMoved(facts, asOf)
    ? { ...givenClock({ ...facts, givenDue }, asOf, rulesOn(versions, facts.receivedOn)), by: 'source' }
    : { ...clock(deadlineCaseOf(facts, asOf), asOf, versions, table), by: 'rules' };
}

/** The due day that `caseClock` goes by, from what was known by the end of `asOf`. */
export function caseDue(
  facts: CaseFacts,
  asOf: IsoDay,
  versions: RuleVersions,
  table: HolidayTable = {},
): { readonly due: DueOn; readonly by: DueBy } {
  const { givenDue } = facts;
  return givenDue !== null && !isMoved(facts, asOf)
    ? { due: { kind: 'day', day: givenDue }, by: 'source' }
    : { due: dueOn(knownOn(deadlineCaseOf(facts, asOf), asOf), versions, table), by: 'rules' };
}

const isMoved = ({ events }: CaseFacts, asOf: IsoDay) =>
  events.some(({ kind, day }) => kind !== 'forwarded' && day <= asOf);

/** An extension presupposes a complicated complaint (article 18), so it makes it one. */
function deadlineCaseOf({ receivedOn, closedOn, withdrawnOn, events }: CaseFacts, asOf: IsoDay): DeadlineCase {
  const known = events.filter(({ day }) => day <= asOf);
  const isComplex = known.some(({ kind }) => kind === 'complex' || kind === 'extension');
  return {
    procedure: isComplex ? 'complex' : 'simple',
    startedOn: receivedOn,
    extensions: known
      .filter(({ kind }) => kind === 'extension')
      .map(({ day, approver = '', told = false }) => ({ grantedOn: day, approver, complainantTold: told })),
    pauses: known.flatMap((event) => pauseOf(event, known)),
    closedOn,
    withdrawnOn,
  };
}

/** A pause ends on the day it names, or with the first resumption after it, whichever comes first. */
function pauseOf({ kind, day, until }: CaseEvent, known: readonly CaseEvent[]): Pause[] {
  if (kind !== 'appraisal' && kind !== 'mediation') return [];
  const resumed = known.filter((event) => event.kind === 'resume' && event.day >= day).map((event) => event.day);
  const [end] = [...resumed, ...(until === null || until === undefined ? [] : [until])].sort();
  return [{ from: day, until: end ?? null, reason: kind }];
}
