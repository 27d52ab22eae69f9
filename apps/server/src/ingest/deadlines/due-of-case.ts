import { type CaseEvent, type HolidayTable, type RuleVersions, caseDue } from '@tocsin/calendar';
import type { IsoDay } from '@tocsin/contracts';

/** By what due days are counted on a day. */
export interface Counting {
  readonly today: IsoDay;
  readonly rules: RuleVersions;
  readonly holidays: HolidayTable;
}

/** What the due day of a complaint depends on. */
export interface DueFacts {
  readonly receivedOn: IsoDay;
  readonly closedOn: IsoDay | null;
  readonly isWithdrawn: boolean;
  /** The due day as its version has it, and whose that is. */
  readonly versionDue: IsoDay | null;
  readonly versionBy: string;
}

/** Whether events move the due day of a complaint. Those of days to come do not yet. */
export const isMoved = (events: readonly CaseEvent[], today: IsoDay): boolean =>
  events.some(({ kind, day }) => kind !== 'forwarded' && day <= today);

/** The due day by the rules and what happened to the complaint's time; null: none. */
export function dueByEvents(
  { receivedOn, closedOn, isWithdrawn }: DueFacts,
  events: readonly CaseEvent[],
  { today, rules, holidays }: Counting,
): IsoDay | null {
  const ended = { closedOn: isWithdrawn ? null : closedOn, withdrawnOn: isWithdrawn ? closedOn : null };
  const { due } = caseDue({ receivedOn, givenDue: null, ...ended, events }, today, rules, holidays);
  return due.kind === 'day' ? due.day : null;
}

/** The due day of complaints received on a day that the rules alone say; null: none. */
export function dueByRules(receivedOn: IsoDay, { rules, holidays }: Pick<Counting, 'rules' | 'holidays'>) {
  const facts = { receivedOn, givenDue: null, closedOn: null, withdrawnOn: null, events: [] };
  const { due } = caseDue(facts, receivedOn, rules, holidays);
  return due.kind === 'day' ? due.day : null;
}

/** The events of each complaint. */
export function eventsByCase<Event extends { readonly complaintId: string }>(
  events: readonly Event[],
): Map<string, Event[]> {
  const found = new Map<string, Event[]>();
  for (const event of events) found.set(event.complaintId, [...(found.get(event.complaintId) ?? []), event]);
  return found;
}
