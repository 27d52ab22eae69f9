import type { AnyRule, FeedRule } from '@tocsin/contracts';
import { decideDelivery, withoutWaiting } from '@tocsin/alerting';
import { type AlertEventRecord, type Warehouse, alertStates, signals } from '@tocsin/warehouse';
import { eventRecord, stateOf } from './event-record.ts';

/** Every day that the warehouse can hold: a delivery may be missing for longer than any look back. */
const EVER = { from: '1970-01-01', until: '2149-06-06' } as const;

/**
 * The events of the data warnings: one warning for each missed delivery, made of its newest signal. They are news whenever
 * they are found: what has not come is not here now, however long ago it was due.
 */
export async function deliveryWarnings(
  warehouse: Warehouse,
  rules: readonly FeedRule[],
  waits: (rule: AnyRule) => boolean,
  now: Date,
): Promise<AlertEventRecord[]> {
  const events: AlertEventRecord[] = [];
  for (const rule of rules) {
    const { id: ruleId, version: ruleVersion, label: ruleLabel } = rule;
    const [missed, warnings] = await Promise.all([
      warehouse.rows(signals({ ...EVER, ruleId, ruleVersion })),
      warehouse.rows(alertStates({ since: new Date(0), ruleId })),
    ]);
    const warningOf = new Map(warnings.map((warning) => [warning.seriesKey, warning]));
    for (const signal of missed) {
      const last = warningOf.get(signal.seriesKey);
      const transition = decideDelivery(signal, last && stateOf(last));
      if (transition === undefined || (waits(rule) && withoutWaiting([transition]).length === 0)) continue;
      const series = { ruleId, ruleVersion, ruleLabel, seriesKey: signal.seriesKey, slice: {}, grain: signal.grain };
      const headline = signal.level === '' ? last?.headline : signal.note;
      const told = { isHistory: false, headline: headline ?? ruleLabel, contributors: [] };
      events.push(eventRecord(series, transition, last, { at: now, ...told }));
    }
  }
  return events;
}
