import { Inject, Injectable } from '@nestjs/common';
import { type AlertState, type NameOf, type Transition, isActive, switchOff } from '@tocsin/alerting';
import type { AnyRule } from '@tocsin/contracts';
import { zoneOf } from '@tocsin/ingestion';
import {
  type AlertEventRecord,
  type Warehouse,
  alarmingSignals,
  alertStates,
  coverage,
  currentRules,
  saveAlertEvents,
  signalState,
} from '@tocsin/warehouse';
import { dayIn } from '../clock.ts';
import { wallTimeAt } from '../feeds/wall-clock.ts';
import type { Stage, StageContext, StageReport } from '../pipeline/stage.ts';
import { Trees } from '../reference/trees.ts';
import { WAREHOUSE } from '../tokens.ts';
import { midnight } from './bucket-end.ts';
import { codeNames } from './code-names.ts';
import {
  type BucketRule,
  type Decided,
  decideAll,
  eventsOf,
  inHours,
  lookBackOf,
  lookBackTo,
  newestBySeries,
} from './decisions.ts';
import { deliveryWarnings } from './delivery-warnings.ts';
import { eventRecord, stateOf } from './event-record.ts';
import { factWarnings } from './fact-warnings.ts';
import { explainExcesses, isCounted } from './explain-excess.ts';

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
    const wall = wallTimeAt(zoneOf(this.warehouse.timeZone), context.now);
    const waits = (rule: AnyRule) => context.since === undefined && !isActive(rule.activeHours, wall);
    const decidingOn = JSON.stringify([state, rules.map((rule) => [rule.id, rule.version, waits(rule)])]);
    if (decidingOn === this.#decidedOn) return { read: 0, wrote: 0, note: 'nothing has changed' };

    const inForce = new Map(rules.flatMap((rule) => (isByBucket(rule) ? [[rule.id, rule] as const] : [])));
    const today = dayIn(this.warehouse.timeZone, context.now);
    const from = lookBackTo(today, changedFrom, context.since);
    const slowFrom = lookBackOf('quarter', from, today);
    const [signals, warnings] = await Promise.all([
      this.warehouse.rows(alarmingSignals({ from, slowFrom })),
      this.warehouse.rows(alertStates({ since: midnight(slowFrom, this.warehouse.timeZone) })),
    ]);
    const last = newestBySeries(warnings);
    const triggerRules = rules.filter((rule) => rule.kind === 'trigger');
    const feedRules = rules.filter((rule) => rule.kind === 'missing-feed');
    let known: Promise<NameOf> | undefined;
    const names = () => (known ??= codeNames(this.warehouse, this.trees));
    const events = [
      ...(await this.#records(inHours(decideAll(signals, last, inForce), waits), context, names)),
      ...(await deliveryWarnings(this.warehouse, feedRules, { waits, now: context.now })),
      ...(await factWarnings(this.warehouse, triggerRules, { names, waits, now: context.now })),
      ...switchedOff(last, new Set(rules.map(({ id }) => id)), context.now),
    ];
    if (events.length > 0) await saveAlertEvents(this.warehouse, events);
    this.#decidedOn = decidingOn;
    this.#newest = new Date(state.newest ?? 0);
    return { read: signals.length, wrote: events.length };
  }

  async #records(
    decided: readonly Decided[],
    context: StageContext,
    namesNow: () => Promise<NameOf>,
  ): Promise<AlertEventRecord[]> {
    if (decided.length === 0) return [];
    const [names, { firstDay }, { translation }] = await Promise.all([
      namesNow(),
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
    const told = { names, explained: because, timeZone: this.warehouse.timeZone };
    return decided.flatMap((one) => eventsOf(one, told, context));
  }
}

const isByBucket = (rule: AnyRule): rule is BucketRule => rule.kind === 'series' || rule.kind === 'scan';

/** Events that freeze anew what explains them. */
const isWorse = ({ kind }: Transition) => kind === 'opened' || kind === 'raised' || kind === 'reopened';

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
