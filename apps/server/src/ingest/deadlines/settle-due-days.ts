import type { CaseEvent } from '@tocsin/calendar';
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
import { type Counting, dueByEvents, dueByRules, eventsByCase, isMoved } from './due-of-case.ts';

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
  const rows = await warehouse.rows(referenceRows({ table: 'case_event' }));
  const events = eventsByCase(caseEventsOf(rows.map(({ cells }) => cells)));
  const before = (await warehouse.rows(casesMoved())).map(({ id }) => id);
  const cases = await casesOf(warehouse, [...new Set([...events.keys(), ...before])]);
  const moved = cases.flatMap((one) => changeOf(one, events.get(one.id) ?? [], counting));
  await setCaseDueDays(warehouse, moved);
  const days = await changedDays(warehouse, counting);
  await setRuleDueDays(warehouse, days);
  return moved.length + days.length;
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
  const isOther = ({ receivedOn, dueOn }: RuleDueDay) => dueByRules(receivedOn, counting) !== dueOn;
  const suspects = (await warehouse.rows(ruleDueDays())).filter(isOther).map(({ receivedOn }) => receivedOn);
  if (suspects.length === 0) return [];
  const others = (await warehouse.rows(ruleDueDays([...new Set(suspects)]))).filter(isOther);
  const days = [...new Set(others.map(({ receivedOn }) => receivedOn))];
  return days.map((receivedOn) => ({ receivedOn, dueOn: dueByRules(receivedOn, counting) }));
}

function changeOf(one: MovedCase, events: readonly CaseEvent[], counting: Counting): CaseDueDay[] {
  const { id, receivedOn, versionDue, versionBy } = one;
  const own = { dueOn: versionBy === 'rules' ? dueByRules(receivedOn, counting) : versionDue, dueBy: versionBy };
  const wanted = isMoved(events, counting.today) ? { dueOn: dueByEvents(one, events, counting), dueBy: 'events' } : own;
  return wanted.dueOn === one.dueOn && wanted.dueBy === one.dueBy ? [] : [{ id, receivedOn, ...wanted }];
}
