import type { FeedRule, IsoDay, Sentence, TriggerRule } from '@tocsin/contracts';
import { type Transition, withoutWaiting } from '@tocsin/alerting';
import { type AlertEventRecord, type Signal, type Warehouse, alertStates, signals } from '@tocsin/warehouse';
import { eventRecord } from './event-record.ts';

/** What a signal does to the warning of its series, and what is said of it. */
interface Step {
  readonly transition: Transition;
  readonly headline: Sentence;
}

export interface FollowOptions<Rule> {
  /** The buckets of the signals that count. */
  readonly range: { readonly from: IsoDay; readonly until: IsoDay };
  readonly waits: (rule: Rule) => boolean;
  readonly now: Date;
  /** `last`: the newest event of the series' newest warning. Undefined where nothing is to happen. */
  step(signal: Signal, last: AlertEventRecord | undefined): Promise<Step | undefined>;
}

/**
 * The events of warnings that follow the newest signal of their series and not its history: about feeds and matters of
 * fact. They are news whenever they are found: what they tell is so now.
 */
export async function followNewest<Rule extends FeedRule | TriggerRule>(
  warehouse: Warehouse,
  rule: Rule,
  { range, waits, now, step }: FollowOptions<Rule>,
): Promise<AlertEventRecord[]> {
  const { id: ruleId, version: ruleVersion, label: ruleLabel } = rule;
  const [found, warnings] = await Promise.all([
    warehouse.rows(signals({ ...range, ruleId, ruleVersion })),
    warehouse.rows(alertStates({ since: new Date(0), ruleId })),
  ]);
  const warningOf = newestBySeries(warnings);
  const events: AlertEventRecord[] = [];
  for (const signal of newestBySeries(found).values()) {
    const last = warningOf.get(signal.seriesKey);
    const next = await step(signal, last);
    if (next === undefined || (waits(rule) && withoutWaiting([next.transition]).length === 0)) continue;
    const { seriesKey, slice, grain } = signal;
    const told = { at: now, isHistory: false, headline: next.headline, contributors: [] };
    events.push(eventRecord({ ruleId, ruleVersion, ruleLabel, seriesKey, slice, grain }, next.transition, last, told));
  }
  return events;
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
