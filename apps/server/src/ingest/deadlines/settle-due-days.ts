import { type CaseEvent, type HolidayTable, type RuleVersions, caseDue } from '@tocsin/calendar';
import type { IsoDay } from '@tocsin/contracts';
import { caseEventsOf } from '@tocsin/ingestion';
import {
  type CaseDueDay,
  type MovedCase,
  type RuleDueDay,
  type Warehouse,
  casesMoved,
  casesWithEvents,
  referenceRows,
  ruleDueDays,
  setCaseDueDays,
  setRuleDueDays,
} from '@tocsin/warehouse';
import { deadlineRules } from '../../reference/deadline-rules.ts';

interface Counting {
  readonly today: IsoDay;
  readonly rules: RuleVersions;
  readonly holidays: HolidayTable;
}

/** So many numbers are named in one question. */
const AT_ONCE = 2_000;

/**
 * Brings the due days of complaints to what events and rules say today: moved ones move, those whose events are gone get
 * their source's back, and those that the rules alone say follow the rules in force. Compares before it writes: where
 * nothing differs, nothing happens, so it may run at any time and as often as one likes. Answers how many complaints or
 * days of receipt it gave another due day.
 */
export async function settleDueDays(warehouse: Warehouse, today: IsoDay): Promise<number> {
  const { deadlineRules: rules, holidays } = await deadlineRules(warehouse);
  const counting = { today, rules, holidays };
  const events = await eventsByCase(warehouse);
  const before = (await warehouse.rows(casesMoved())).map(({ id }) => id);
  const cases = await casesOf(warehouse, [...new Set([...events.keys(), ...before])]);
  const moved = cases.flatMap((one) => changeOf(one, events.get(one.id) ?? [], counting));
  await setCaseDueDays(warehouse, moved);
  const days = await changedDays(warehouse, counting);
  await setRuleDueDays(warehouse, days);
  return moved.length + days.length;
}

async function eventsByCase(warehouse: Warehouse): Promise<Map<string, CaseEvent[]>> {
  const rows = await warehouse.rows(referenceRows({ table: 'case_event' }));
  const events = new Map<string, CaseEvent[]>();
  for (const event of caseEventsOf(rows.map(({ cells }) => cells))) {
    events.set(event.complaintId, [...(events.get(event.complaintId) ?? []), event]);
  }
  return events;
}

async function casesOf(warehouse: Warehouse, ids: readonly string[]): Promise<MovedCase[]> {
  const found: MovedCase[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    found.push(...(await warehouse.rows(casesWithEvents(ids.slice(from, from + AT_ONCE)))));
  }
  return found;
}

/** The days received on which the rules alone say another due day than complaints have. */
async function changedDays(warehouse: Warehouse, counting: Counting) {
  const isOther = ({ receivedOn, dueOn }: RuleDueDay) => byRule(receivedOn, counting) !== dueOn;
  const suspects = (await warehouse.rows(ruleDueDays())).filter(isOther).map(({ receivedOn }) => receivedOn);
  if (suspects.length === 0) return [];
  const others = (await warehouse.rows(ruleDueDays([...new Set(suspects)]))).filter(isOther);
  const days = [...new Set(others.map(({ receivedOn }) => receivedOn))];
  return days.map((receivedOn) => ({ receivedOn, dueOn: byRule(receivedOn, counting) }));
}

function changeOf(one: MovedCase, events: readonly CaseEvent[], counting: Counting): CaseDueDay[] {
  const { id, receivedOn, versionDue, versionBy } = one;
  const isMoved = events.some(({ kind, day }) => kind !== 'forwarded' && day <= counting.today);
  const own = { dueOn: versionBy === 'rules' ? byRule(receivedOn, counting) : versionDue, dueBy: versionBy };
  const wanted = isMoved ? { dueOn: byEvents(one, events, counting), dueBy: 'events' } : own;
  return wanted.dueOn === one.dueOn && wanted.dueBy === one.dueBy ? [] : [{ id, receivedOn, ...wanted }];
}

function byEvents(one: MovedCase, events: readonly CaseEvent[], { today, rules, holidays }: Counting): IsoDay | null {
  const { receivedOn, closedOn, isWithdrawn } = one;
  const ended = { closedOn: isWithdrawn ? null : closedOn, withdrawnOn: isWithdrawn ? closedOn : null };
  const { due } = caseDue({ receivedOn, givenDue: null, ...ended, events }, today, rules, holidays);
  return due.kind === 'day' ? due.day : null;
}

function byRule(receivedOn: IsoDay, { rules, holidays }: Counting): IsoDay | null {
  const facts = { receivedOn, givenDue: null, closedOn: null, withdrawnOn: null, events: [] };
  const { due } = caseDue(facts, receivedOn, rules, holidays);
  return due.kind === 'day' ? due.day : null;
}
