import { addCalendarDays, bucketPlus, weekStart } from '@tocsin/calendar';
import {
  type Contributor,
  type IsoDay,
  type RuleGrain,
  type ScanRule,
  type SeriesRule,
  isRate,
} from '@tocsin/contracts';
import {
  type NameOf,
  type Transition,
  clusterHeadline,
  decide,
  headline,
  policyOf,
  withoutWaiting,
} from '@tocsin/alerting';
import type { AlertEventRecord, Signal } from '@tocsin/warehouse';
import type { StageContext } from '../pipeline/stage.ts';
import { bucketEnd } from './bucket-end.ts';
import { type SeriesIdentity, eventRecord, stateOf } from './event-record.ts';

/** Signals older than this are not decided on: whatever they were, it has long been over. */
const LONGEST_LOOK_BACK_DAYS = 54 * 7;
/** How far back signals are read in any case, so that calm periods running can be counted. */
const RECENT_DAYS = 10 * 7;
/** An excess that is found so long after its bucket ended is history: it is kept, and nobody is disturbed. */
const HISTORY_AFTER_MS = 14 * 86_400_000;
/** The exposure of a rate comes weeks after its month, the industry's median months after its quarter: news for so many buckets. */
const RATES_ARE_NEWS = 2;

/** A rule whose warnings follow the buckets of its series; a cluster of places is a series too. */
export type BucketRule = SeriesRule | ScanRule;

/** What is to happen to one series' warning. */
export interface Decided {
  readonly rule: BucketRule;
  /** Any signal of the series: they share key and slice. */
  readonly first: Signal;
  readonly last: AlertEventRecord | undefined;
  readonly transitions: readonly Transition[];
}

/** The first day whose signals are read: the recent ones, and as far back as signals have changed or history is asked for. */
export function lookBackTo(today: IsoDay, changedFrom: IsoDay | null, since: IsoDay | undefined): IsoDay {
  const recent = addCalendarDays(today, -RECENT_DAYS);
  const longest = since ?? addCalendarDays(today, -LONGEST_LOOK_BACK_DAYS);
  const changed = changedFrom !== null && changedFrom < recent ? changedFrom : recent;
  return weekStart(changed < longest ? longest : changed);
}

/**
 * The same for one grain: months and quarters running lie further apart than the recent days, and calm ones could not be
 * counted within them.
 */
export function lookBackOf(grain: RuleGrain, from: IsoDay, today: IsoDay): IsoDay {
  const longest = weekStart(addCalendarDays(today, -LONGEST_LOOK_BACK_DAYS));
  return (grain === 'month' || grain === 'quarter') && longest < from ? longest : from;
}

const seriesOf = ({ ruleId, seriesKey }: { ruleId: string; seriesKey: string }) => `${ruleId} ${seriesKey}`;

/** The signals of each series under the version of its rule that is in force, in bucket order. */
function bySeries(signals: readonly Signal[], rules: ReadonlyMap<string, BucketRule>): Map<string, Signal[]> {
  const grouped = new Map<string, Signal[]>();
  for (const signal of signals) {
    if (rules.get(signal.ruleId)?.version !== signal.ruleVersion) continue;
    const series = grouped.get(seriesOf(signal));
    if (series === undefined) grouped.set(seriesOf(signal), [signal]);
    else series.push(signal);
  }
  return grouped;
}

/** The newest warning of each series; warnings come in the order in which they were opened. */
export function newestBySeries(warnings: readonly AlertEventRecord[]): Map<string, AlertEventRecord> {
  return new Map(
    [...warnings]
      .sort((left, right) => (left.firstBucket < right.firstBucket ? -1 : 1))
      .map((record) => [seriesOf(record), record]),
  );
}

/** What the signals of each series do to its warning; series to which nothing happens are left out. */
export function decideAll(
  signals: readonly Signal[],
  warnings: ReadonlyMap<string, AlertEventRecord>,
  rules: ReadonlyMap<string, BucketRule>,
): Decided[] {
  const decided: Decided[] = [];
  for (const [key, series] of bySeries(signals, rules)) {
    const [first] = series;
    const rule = rules.get(first?.ruleId ?? '');
    if (first === undefined || rule === undefined) continue;
    const last = warnings.get(key);
    const transitions = decide(series, last && stateOf(last), { grain: rule.grain, policy: policyOf(rule) });
    if (transitions.length > 0) decided.push({ rule, first, last, transitions });
  }
  return decided;
}

/** Without what waits for the hours of its rule. */
export function inHours(decided: readonly Decided[], waits: (rule: BucketRule) => boolean): Decided[] {
  return decided
    .map((one) => (waits(one.rule) ? { ...one, transitions: withoutWaiting(one.transitions) } : one))
    .filter(({ transitions }) => transitions.length > 0);
}

/** Up to which moment an excess of a bucket is news, in milliseconds. */
function newsUntil({ measure, grain }: BucketRule, bucket: IsoDay, timeZone: string): number {
  if (!isRate(measure)) return bucketEnd(bucket, grain, timeZone).getTime() + HISTORY_AFTER_MS;
  return bucketEnd(bucketPlus(bucket, RATES_ARE_NEWS, grain), grain, timeZone).getTime();
}

/** The events of one series, each following the one before. */
export function eventsOf(
  { rule, first: { seriesKey, slice }, last, transitions }: Decided,
  told: {
    readonly names: NameOf;
    readonly explained: ReadonlyMap<Transition, readonly Contributor[]>;
    readonly timeZone: string;
  },
  { now, since }: Pick<StageContext, 'now' | 'since'>,
): AlertEventRecord[] {
  const { id: ruleId, version: ruleVersion, label: ruleLabel, grain } = rule;
  const series: SeriesIdentity = { ruleId, ruleVersion, ruleLabel, seriesKey, slice, grain };
  let before = last;
  return transitions.map((transition) => {
    const { signal } = transition;
    const ended = bucketEnd(signal.bucket, grain, told.timeZone);
    const isHistory =
      since === undefined ? now.getTime() > newsUntil(rule, signal.bucket, told.timeZone) : ended <= now;
    before = eventRecord(series, transition, before, {
      at: isHistory ? ended : now,
      isHistory,
      headline:
        signal.verdict === 'excess' || before === undefined ? headlineOf(slice, signal, told.names) : before.headline,
      contributors: signal.members ?? told.explained.get(transition) ?? before?.contributors ?? [],
    });
    return before;
  });
}

const headlineOf = (slice: Signal['slice'], { members, note }: Transition['signal'], names: NameOf) =>
  members === undefined ? headline(slice, note, names) : clusterHeadline(members, note, names);
