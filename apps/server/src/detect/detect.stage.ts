import { availableParallelism } from 'node:os';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { addCalendarDays } from '@tocsin/calendar';
import type { IsoDay, TriggerRule } from '@tocsin/contracts';
import { policyOf } from '@tocsin/alerting';
import { zoneOf } from '@tocsin/ingestion';
import {
  type Coverage,
  type Signal,
  type Warehouse,
  coverage,
  rolledMonths,
  saveSignals,
  signalState,
  signals,
} from '@tocsin/warehouse';
import { KnownCircumstances } from '../circumstances/known-circumstances.ts';
import { dayIn } from '../clock.ts';
import type { Stage, StageContext, StageReport } from '../pipeline/stage.ts';
import { deliveredBy, watchedFeeds } from '../feeds/feed-watch.ts';
import { type Told, Trees } from '../reference/trees.ts';
import { WAREHOUSE } from '../tokens.ts';
import { ChangedSignals } from './changed-signals.ts';
import { earliestOf, evaluatedFrom } from './evaluation-window.ts';
import type { EvaluatedRule as Rule } from './evaluated-rule.ts';
import { KeptCounts } from './kept-counts.ts';
import { KeptVerdicts } from './kept-verdicts.ts';
import { KnownCodes } from './known-codes.ts';
import { leadingReader } from './leading-family.ts';
import { type KnownThen, type PlannedRule, plannedFamilies } from './planned-families.ts';
import { signalsInTurns } from './rule-signals.ts';
import { missedDeliveries } from './missed-deliveries.ts';
import { RateWatch } from './rates/rate-watch.ts';
import { rulesInForce } from './rules-in-force.ts';
import { ScanWatch } from './scans/scan-watch.ts';
import { DetectThreads } from './threads/detect-threads.ts';
import { triggerSignals } from './triggers/trigger-signals.ts';
import type { ToldBuckets } from './told-buckets.ts';
import { Turns } from './turns.ts';
import { writtenIn } from './written-reader.ts';
import { WrittenInTurns } from './written-in-turns.ts';

/** On large machines more threads would hold memory and wait for the engine. */
const MOST_THREADS = 8;

/** Judges the recent buckets of every series of every rule whose figures have changed, and writes what is new. */
@Injectable()
export class DetectStage implements Stage, OnApplicationShutdown {
  readonly name = 'detect';
  readonly reads = [
    ...['rule', 'rolled_month', 'cube_daily_*', 'complaint', 'signal', 'reference_row'],
    ...['exposure', 'data_feed', 'import_batch', 'known_incident', 'alert_verdict', 'alert_event', 'complaint_version'],
    'baseline',
  ];
  readonly writes = ['signal', 'baseline'];
  readonly #counts: KeptCounts;
  readonly #codes: KnownCodes;
  readonly #circumstances: KnownCircumstances;
  readonly #signals: ChangedSignals;
  readonly #rates: RateWatch;
  readonly #scans: ScanWatch;
  readonly #threads = new DetectThreads(Math.min(MOST_THREADS, availableParallelism()));
  readonly #verdicts: KeptVerdicts;
  readonly #marks = new Map<IsoDay, string>();
  /** What the last run looked at; undefined until one has succeeded. */
  #lookedAt: string | undefined;
  #factsOf: string | undefined;

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    private readonly trees: Trees,
  ) {
    this.#verdicts = new KeptVerdicts(this.#threads, warehouse);
    this.#counts = new KeptCounts(warehouse);
    this.#codes = new KnownCodes(this.#counts);
    this.#circumstances = new KnownCircumstances(warehouse);
    this.#rates = new RateWatch(warehouse, trees, this.#counts, this.#circumstances);
    this.#scans = new ScanWatch(warehouse, trees, this.#counts, this.#circumstances);
    this.#signals = new ChangedSignals((range) => warehouse.rows(signals(range)));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#threads.close();
  }

  async run(context: StageContext): Promise<StageReport> {
    const { now } = context;
    const [{ rules, rateRules, scanRules, feedRules, triggerRules }, holidays, covered] = await Promise.all([
      rulesInForce(this.warehouse),
      this.trees.holidays(),
      this.warehouse.one(coverage()),
    ]);
    const feeds = await watchedFeeds(this.warehouse, { now, holidays });
    const besides = { ...covered, delivered: deliveredBy(feeds), holidays };
    const report = await this.#complaints(rules, besides, context);
    const rated = await this.#rates.run(rateRules, besides, context);
    const clusters = await this.#scans.run(scanRules, besides, context);
    const told = await this.#facts(triggerRules, covered, now);
    // After the complaints: the newest signal tells a restart up to when their months have been judged.
    const known = { written: writtenIn(this.warehouse), zone: zoneOf(this.warehouse.timeZone), at: now };
    const wrote = await this.#save(await missedDeliveries(feedRules, feeds, known));
    return { ...report, wrote: report.wrote + rated + clusters + told + wrote };
  }

  /** What triggers find; looked for again when the data, the day or a rule has changed. */
  async #facts(rules: readonly TriggerRule[], { lastDay: newest, dataVersion }: Coverage, now: Date): Promise<number> {
    const today = dayIn(this.warehouse.timeZone, now);
    const { key, translation } = await this.trees.told();
    const lookingAt = JSON.stringify([dataVersion, today, key, rules.map(({ id, version }) => [id, version])]);
    if (newest === null || lookingAt === this.#factsOf) return 0;
    const lastDay = newest < today ? newest : today;
    const moment = { warehouse: this.warehouse, today, lastDay, translation };
    const found = await triggerSignals(rules, moment, { written: writtenIn(this.warehouse), at: now });
    const wrote = await this.#save(found);
    this.#factsOf = lookingAt;
    return wrote;
  }

  async #complaints(
    rules: readonly Rule[],
    { firstDay, dataVersion, delivered, holidays }: Coverage & Pick<KnownThen, 'delivered' | 'holidays'>,
    { now, since }: StageContext,
  ): Promise<StageReport> {
    if (firstDay === null) return { read: 0, wrote: 0, note: 'no data yet' };
    const today = dayIn(this.warehouse.timeZone, now);
    const lookingAt = JSON.stringify([dataVersion, today, delivered, rules.map(({ id, version }) => [id, version])]);
    if (since === undefined && lookingAt === this.#lookedAt) return { read: 0, wrote: 0, note: 'nothing has changed' };

    const changed = await this.#changedMonths();
    const told = await this.trees.told();
    this.#counts.asOf(new Map(changed.marks), told);
    this.#codes.toldBy(told.key);
    const plan = rules.map((rule) => ({
      rule,
      from: evaluatedFrom(rule.grain, today, { changedFrom: changed.from, since }),
    }));
    const besides = await this.#circumstances.besides(dataVersion, told.translation);
    const circumstances = { ...besides, arrived: await this.#circumstances.arrivedOn(today) };
    const known = { today, firstDay, delivered, holidays, circumstances };
    const report = await this.#evaluate(plan, known, { told, now });
    for (const [month, mark] of changed.marks) this.#marks.set(month, mark);
    this.#lookedAt = lookingAt;
    return report;
  }

  async #evaluate(
    plan: readonly PlannedRule[],
    known: KnownThen,
    { told, now }: { readonly told: Told; readonly now: Date },
  ): Promise<StageReport> {
    const { today } = known;
    await this.#signals.know(earliestOf([today, ...plan.map(({ from }) => from)]), addCalendarDays(today, 1));
    const leading = leadingReader(this.warehouse, told);
    const families = await plannedFamilies({ counts: this.#counts, codes: this.#codes, leading }, plan, known);
    let read = 0;
    const written = new WrittenInTurns((rows) => this.#save(rows));
    const toldOf: ToldBuckets[] = [];
    const turns = new Turns();
    try {
      for (const { rule, from, family } of families) {
        const judged = await this.#verdicts.judged(rule, family, from);
        toldOf.push(judged.told);
        for (const found of signalsInTurns(rule, family, { from, at: now, levels: policyOf(rule).levels, ...judged })) {
          await written.add(this.#signals.among(found));
          await turns.next();
        }
        read += family.series.length;
      }
      const wrote = await written.finish();
      for (const one of toldOf) one.settle();
      await this.#verdicts.saveBaselines();
      return { read, wrote, note: `${plan.length} rules, ${read} series` };
    } finally {
      await written.settle();
    }
  }

  async #save(rows: readonly Signal[]): Promise<number> {
    if (rows.length === 0) return 0;
    await saveSignals(this.warehouse, rows);
    this.#signals.note(rows);
    return rows.length;
  }

  /** Months rolled up since the last run here; after a start, since the newest signal was written. */
  async #changedMonths(): Promise<{ from: IsoDay | undefined; marks: [IsoDay, string][] }> {
    const [months, { newest }] = await Promise.all([
      this.warehouse.rows(rolledMonths()),
      this.warehouse.one(signalState({ since: new Date(0) })),
    ]);
    const written = newest === null ? 0 : Date.parse(newest);
    const changed = months.filter(({ month, mark }) => {
      const known = this.#marks.get(month);
      return known === undefined ? Number(mark) > written : known !== mark;
    });
    return { from: changed[0]?.month, marks: months.map(({ month, mark }) => [month, mark]) };
  }
}
