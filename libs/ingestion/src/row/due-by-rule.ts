import { type HolidayTable, type RuleVersions, caseDue, isoDay } from '@tocsin/calendar';

/**
 * The due day of a complaint of which nothing is known but the day received (a day number), by the rules; undefined where
 * they cannot say: before the first version, or through a year whose holidays nobody has announced. Days are looked up
 * once: a file has many rows of each.
 */
export function dueByRule(rules: RuleVersions, holidays: HolidayTable): (received: number) => string | undefined {
  const known = new Map<number, string | undefined>();
  return (received) => {
    if (known.has(received)) return known.get(received);
    const receivedOn = isoDay(received);
    const facts = { receivedOn, givenDue: null, closedOn: null, withdrawnOn: null, events: [] };
    const { due } = caseDue(facts, receivedOn, rules, holidays);
    const day = due.kind === 'day' ? due.day : undefined;
    known.set(received, day);
    return day;
  };
}
