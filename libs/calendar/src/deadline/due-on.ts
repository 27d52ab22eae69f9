import type { HolidayTable } from '../holiday-table.ts';
import type { IsoDay } from '../iso-day.ts';
import { type Arrival, type StillDays, lastDay, stillDays } from './counted-days.ts';
import type { DeadlineCase, Extension } from './deadline-case.ts';
import { type DeadlineRules, type RuleVersions, type Term, rulesOn } from './deadline-rules.ts';

/** A deadline with all that it was made of. */
export interface Deadline {
  readonly rules: DeadlineRules;
  /** The term with the extensions that count. */
  readonly term: Term;
  readonly still: readonly StillDays[];
  readonly extensions: readonly Extension[];
  /** Extensions that do not count: of nobody, untold, too late, too many, or of what cannot be extended. */
  readonly refused: readonly Extension[];
  readonly due: Arrival;
}

export type DueOn = Arrival | { readonly kind: 'no-rules'; readonly before: IsoDay };

/**
 * The last day on which it is still in time.
 *
 * Shape   the day of the start is not counted, the last day is ("within 15 days" of the 1st ends with the 16th). Days of a
 *         pause do not count, its first included, the day of going on not.
 * Version the one in force on the day of the start, for all of the case.
 * Edge    `paused` while an open pause holds the clock before the term is over; `no-data` if working days of an
 *         unannounced year are needed; `no-rules` for a start before the first version. Never a guess. Throws `NotADay`.
 */
export function dueOn(one: DeadlineCase, versions: RuleVersions, table: HolidayTable = {}): DueOn {
  return deadlineOf(one, versions, table)?.due ?? { kind: 'no-rules', before: one.startedOn };
}

/** `dueOn` with its reasons; undefined for a start before the first version. */
export function deadlineOf(one: DeadlineCase, versions: RuleVersions, table: HolidayTable): Deadline | undefined {
  const rules = rulesOn(versions, one.startedOn);
  if (rules === undefined) return undefined;
  const still = stillDays(one.pauses ?? [], rules.pausedBy, one.startedOn);
  const inOrder = [...(one.extensions ?? [])].sort((a, b) => (a.grantedOn < b.grantedOn ? -1 : 1));
  let term = rules.terms[one.procedure];
  const extensions: Extension[] = [];
  const refused: Extension[] = [];
  for (const extension of inOrder) {
    const until = lastDay(one.startedOn, term, still, table);
    // What is over cannot be extended; whether it is over is unknown for a working day of an unannounced year.
    const inTime = until.kind !== 'day' || extension.grantedOn <= until.day;
    if (!inTime || extensions.length >= rules.extension.most || !isValid(extension, one, rules)) {
      refused.push(extension);
      continue;
    }
    extensions.push(extension);
    term = { ...term, days: term.days + rules.extension.days };
  }
  return { rules, term, still, extensions, refused, due: lastDay(one.startedOn, term, still, table) };
}

function isValid({ approver, complainantTold }: Extension, { procedure }: DeadlineCase, { extension }: DeadlineRules) {
  return (
    extension.of.includes(procedure) &&
    (!extension.needsApprover || approver.trim() !== '') &&
    (!extension.complainantMustBeTold || complainantTold)
  );
}
