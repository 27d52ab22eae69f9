import type { FeedRule, Sentence, TriggerRule } from '@tocsin/contracts';
import { type Transition, withoutWaiting } from '@tocsin/alerting';
import {
  type AlertEventRecord,
  type Period,
  type Signal,
  type Warehouse,
  alertStates,
  signals,
} from '@tocsin/warehouse';
import { eventRecord } from './event-record.ts';

/** What a signal does to the warning of its series, and what is said of it. */
interface Step {
  readonly transition: Transition;
  readonly headline: Sentence;
}

export interface FollowOptions {
  /** Whether it is outside the hours of the rule: what is not red waits until they begin. */
  readonly waits: boolean;
  readonly now: Date;
}

/** What a rule has written, and the newest event of each of its warnings. */
export interface Followed {
  readonly signals: readonly Signal[];
  readonly warnings: readonly AlertEventRecord[];
}

/** What stands in the tables of the signals of a rule's version with such buckets. */
export async function followedNow(
  warehouse: Warehouse,
  { id: ruleId, version: ruleVersion }: FeedRule | TriggerRule,
  range: Period,
): Promise<Followed> {
  const [found, warnings] = await Promise.all([
    warehouse.rows(signals({ ...range, ruleId, ruleVersion })),
    warehouse.rows(alertStates({ since: new Date(0), ruleId })),
  ]);
  return { signals: found, warnings };
}

/**
 * The events of warnings that follow the newest signal of their series and not its history: about feeds and matters of
 * fact. They are news whenever they are found: what they tell is so now. `step` is told the signal and the newest event of
 * the series' newest warning, and answers undefined where nothing is to happen.
 */
export async function followNewest(
  { id: ruleId, version: ruleVersion, label: ruleLabel }: FeedRule | TriggerRule,
  { signals: found, warnings }: Followed,
  { waits, now }: FollowOptions,
  step: (signal: Signal, last: AlertEventRecord | undefined) => Promise<Step | undefined>,
): Promise<AlertEventRecord[]> {
  const warningOf = newestBySeries(warnings);
  const events: AlertEventRecord[] = [];
  for (const signal of newestBySeries(found).values()) {
    const last = warningOf.get(signal.seriesKey);
    const next = await step(signal, last);
    if (next === undefined || (waits && withoutWaiting([next.transition]).length === 0)) continue;
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
