import { Inject, Injectable } from '@nestjs/common';
import { addCalendarDays, weekStart } from '@tocsin/calendar';
import type { Contributor, IsoDay, SeriesRule } from '@tocsin/contracts';
import {
  type AlertState,
  type NameOf,
  type Transition,
  decide,
  defaultPolicy,
  headline,
  switchOff,
} from '@tocsin/alerting';
import {
  type AlertEventRecord,
  type Signal,
  type Warehouse,
  alarmingSignals,
  alertStates,
  coverage,
  currentRules,
  saveAlertEvents,
  signalState,
} from '@tocsin/warehouse';
import { dayIn } from '../clock.ts';
import type { Stage, StageContext, StageReport } from '../pipeline/stage.ts';
import { Trees } from '../reference/trees.ts';
import { WAREHOUSE } from '../tokens.ts';
import { bucketEnd, midnight } from './bucket-end.ts';
import { codeNames } from './code-names.ts';
import { deliveryWarnings } from './delivery-warnings.ts';
import { type SeriesIdentity, eventRecord, stateOf } from './event-record.ts';
import { explainExcesses, isCounted } from './explain-excess.ts';

/** Signals older than this are not decided on: whatever they were, it has long been over. */
const LONGEST_LOOK_BACK_DAYS = 54 * 7;
/** How far back signals are read in any case, so that calm periods running can be counted. */
const RECENT_DAYS = 10 * 7;
/** An excess that is found so long after its bucket ended is history: it is kept, and nobody is disturbed. */
const HISTORY_AFTER_MS = 14 * 86_400_000;

/** Turns signals into events of warnings, and freezes with each what explains it. */
@Injectable()
export class AlertStage implements Stage {
  readonly name = 'alert';
  readonly reads = ['signal', 'alert_event', 'rule', 'cube_daily_*', 'complaint', 'dictionary_entry'];
  readonly writes = ['alert_event'];
  /** Signals and rules as the last run found them; undefined until one has succeeded. */
  #decidedOn: string | undefined;
  /** The newest evaluation that was decided on. */
  #newest = new Date(0);

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    private readonly trees: Trees,
  ) {}

  async run(context: StageContext): Promise<StageReport> {
    const [{ changedFrom, ...state }, records] = await Promise.all([
      this.warehouse.one(signalState({ since: this.#newest })),
      this.warehouse.rows(currentRules()),
    ]);
    const rules = records.map(({ rule }) => rule).filter((rule) => rule.enabled);
    const decidingOn = JSON.stringify([state, rules.map(({ id, version }) => [id, version])]);
    if (decidingOn === this.#decidedOn) return { read: 0, wrote: 0, note: 'nothing has changed' };

    const inForce = new Map(rules.flatMap((rule) => (rule.kind === 'series' ? [[rule.id, rule] as const] : [])));
    const from = lookBackTo(dayIn(this.warehouse.timeZone, context.now), changedFrom, context.since);
    const [signals, warnings] = await Promise.all([
      this.warehouse.rows(alarmingSignals({ from })),
      this.warehouse.rows(alertStates({ since: midnight(from, this.warehouse.timeZone) })),
    ]);
    const last = newestBySeries(warnings);
    const feedRules = rules.filter((rule) => rule.kind === 'missing-feed');
    const events = [
      ...(await this.#decide(signals, last, inForce, context)),
      ...(await deliveryWarnings(this.warehouse, feedRules, context.now)),
      ...switchedOff(last, new Set(rules.map(({ id }) => id)), context.now),
    ];
    if (events.length > 0) await saveAlertEvents(this.warehouse, events);
    this.#decidedOn = decidingOn;
    this.#newest = new Date(state.newest ?? 0);
    return { read: signals.length, wrote: events.length };
  }

  async #decide(
    signals: readonly Signal[],
    warnings: ReadonlyMap<string, AlertEventRecord>,
    rules: ReadonlyMap<string, SeriesRule>,
    context: StageContext,
  ): Promise<AlertEventRecord[]> {
    const decided: Decided[] = [];
    for (const [key, series] of bySeries(signals, rules)) {
      const [first] = series;
      const rule = rules.get(first?.ruleId ?? '');
      if (first === undefined || rule === undefined) continue;
      const last = warnings.get(key);
      const transitions = decide(series, last && stateOf(last), { grain: rule.grain, policy: defaultPolicy });
      if (transitions.length > 0) decided.push({ rule, first, last, transitions });
    }
    return decided.length === 0 ? [] : this.#records(decided, context);
  }

  async #records(decided: readonly Decided[], context: StageContext): Promise<AlertEventRecord[]> {
    const [names, { firstDay }, { translation }] = await Promise.all([
      codeNames(this.warehouse, this.trees),
      this.warehouse.one(coverage()),
      this.trees.told(),
    ]);
    const worse = decided.flatMap(({ rule, first: { slice }, transitions }) =>
      isCounted(rule)
        ? transitions
            .filter(isWorse)
            .map((transition) => ({ rule, slice, bucket: transition.signal.bucket, transition }))
        : [],
    );
    const explained = await explainExcesses(
      this.warehouse,
      translation,
      worse,
      firstDay ?? dayIn(this.warehouse.timeZone, context.now),
    );
    const because = new Map(worse.map(({ transition }, i) => [transition, explained[i] ?? []]));
    return decided.flatMap((one) => this.#chain(one, names, because, context));
  }

  /** The events of one series, each following the one before. */
  #chain(
    { rule, first: { seriesKey, slice }, last, transitions }: Decided,
    names: NameOf,
    explained: ReadonlyMap<Transition, Contributor[]>,
    { now, since }: StageContext,
  ): AlertEventRecord[] {
    const { id: ruleId, version: ruleVersion, label: ruleLabel, grain } = rule;
    const series: SeriesIdentity = { ruleId, ruleVersion, ruleLabel, seriesKey, slice, grain };
    let before = last;
    return transitions.map((transition) => {
      const { signal } = transition;
      const ended = bucketEnd(signal.bucket, grain, this.warehouse.timeZone);
      const isHistory = since === undefined ? now.getTime() - ended.getTime() > HISTORY_AFTER_MS : ended <= now;
      before = eventRecord(series, transition, before, {
        at: isHistory ? ended : now,
        isHistory,
        headline:
          signal.verdict === 'excess' || before === undefined ? headline(slice, signal.note, names) : before.headline,
        contributors: explained.get(transition) ?? before?.contributors ?? [],
      });
      return before;
    });
  }
}

/** What is to happen to one series' warning. */
interface Decided {
  readonly rule: SeriesRule;
  /** Any signal of the series: they share key and slice. */
  readonly first: Signal;
  readonly last: AlertEventRecord | undefined;
  readonly transitions: readonly Transition[];
}

/** Events that freeze anew what explains them. */
const isWorse = ({ kind }: Transition) => kind === 'opened' || kind === 'raised' || kind === 'reopened';

/** The first day whose signals are read: the recent ones, and as far back as signals have changed or history is asked for. */
function lookBackTo(today: IsoDay, changedFrom: IsoDay | null, since: IsoDay | undefined): IsoDay {
  const recent = addCalendarDays(today, -RECENT_DAYS);
  const longest = since ?? addCalendarDays(today, -LONGEST_LOOK_BACK_DAYS);
  const changed = changedFrom !== null && changedFrom < recent ? changedFrom : recent;
  return weekStart(changed < longest ? longest : changed);
}

const seriesOf = ({ ruleId, seriesKey }: { ruleId: string; seriesKey: string }) => `${ruleId} ${seriesKey}`;

/** The signals of each series under the version of its rule that is in force, in bucket order. */
function bySeries(signals: readonly Signal[], rules: ReadonlyMap<string, SeriesRule>): Map<string, Signal[]> {
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
function newestBySeries(warnings: readonly AlertEventRecord[]): Map<string, AlertEventRecord> {
  return new Map(
    [...warnings]
      .sort((left, right) => (left.firstBucket < right.firstBucket ? -1 : 1))
      .map((record) => [seriesOf(record), record]),
  );
}

function switchedOff(warnings: ReadonlyMap<string, AlertEventRecord>, rules: ReadonlySet<string>, now: Date) {
  return [...warnings.values()].flatMap((last) => {
    if (rules.has(last.ruleId)) return [];
    const state: AlertState = stateOf(last);
    const signal = { ...last, verdict: 'normal', level: '', note: null } as const;
    const transition = switchOff(state, signal);
    if (transition === undefined) return [];
    const { headline: text, contributors } = last;
    return [eventRecord(last, transition, last, { at: now, isHistory: false, headline: text, contributors })];
  });
}
