import { addCalendarDays } from '@tocsin/calendar';
import type { AnyRule, IsoDay, TriggerRule } from '@tocsin/contracts';
import { type NameOf, decideFact, headline, policyOf, withoutWaiting } from '@tocsin/alerting';
import { type AlertEventRecord, type Signal, type Warehouse, alertStates, signals } from '@tocsin/warehouse';
import { dayIn } from '../clock.ts';
import { eventRecord, stateOf } from './event-record.ts';

/** Facts that began longer ago are over, or told long since. */
const LONGEST_DAYS = 400;

/**
 * The events of warnings about matters of fact: one warning for each case, place, organisation or subject, made of its
 * newest signal. They are news whenever they are found: they are so today.
 */
export async function factWarnings(
  warehouse: Warehouse,
  rules: readonly TriggerRule[],
  { names, waits }: { readonly names: () => Promise<NameOf>; readonly waits: (rule: AnyRule) => boolean },
  now: Date,
): Promise<AlertEventRecord[]> {
  const today = dayIn(warehouse.timeZone, now);
  const range = { from: addCalendarDays(today, -LONGEST_DAYS), until: addCalendarDays(today, 1) };
  const events: AlertEventRecord[] = [];
  for (const rule of rules) {
    const { id: ruleId, version: ruleVersion, label: ruleLabel } = rule;
    const [found, warnings] = await Promise.all([
      warehouse.rows(signals({ ...range, ruleId, ruleVersion })),
      warehouse.rows(alertStates({ since: new Date(0), ruleId })),
    ]);
    const warningOf = newestBySeries(warnings);
    for (const signal of newestBySeries(found).values()) {
      const last = warningOf.get(signal.seriesKey);
      const transition = decideFact(signal, last && stateOf(last), {
        today,
        endedOn: endedOn(last, warehouse.timeZone),
        coolDownDays: policyOf(rule).coolDownDays.day,
      });
      if (transition === undefined || (waits(rule) && withoutWaiting([transition]).length === 0)) continue;
      const { seriesKey, slice, grain } = signal;
      const said =
        signal.level === '' && last !== undefined ? last.headline : headline(slice, signal.note, await names());
      const told = { at: now, isHistory: false, headline: said, contributors: [] };
      events.push(eventRecord({ ruleId, ruleVersion, ruleLabel, seriesKey, slice, grain }, transition, last, told));
    }
  }
  return events;
}

function endedOn(last: AlertEventRecord | undefined, timeZone: string): IsoDay | undefined {
  const at = last?.resolvedAt;
  return typeof at === 'string' ? dayIn(timeZone, new Date(at)) : undefined;
}

/** Of each series the one that began last. */
function newestBySeries<Row extends Pick<Signal, 'seriesKey'> & ({ bucket: string } | { firstBucket: string })>(
  rows: readonly Row[],
): Map<string, Row> {
  const began = (row: Row) => ('firstBucket' in row ? row.firstBucket : row.bucket);
  return new Map(
    rows.toSorted((one, other) => (began(one) < began(other) ? -1 : 1)).map((row) => [row.seriesKey, row]),
  );
}
