import { KnownCircumstances } from '../../circumstances/known-circumstances.ts';
import { Inject, Injectable } from '@nestjs/common';
import { addCalendarDays, bucketPlus, bucketStart, daysBetween } from '@tocsin/calendar';
import {
  FeedRule,
  type IsoDay,
  type PreviewRule,
  type PreviewRuleReply,
  ScanRule,
  SeriesRule,
  TriggerRule,
} from '@tocsin/contracts';
import { policyOf } from '@tocsin/alerting';
import { type Signal, type Warehouse, rolledMonths } from '@tocsin/warehouse';
import type { z } from 'zod';
import { codeNames } from '../../alert/code-names.ts';
import { type Clock, dayIn } from '../../clock.ts';
import { type EvaluatedRule, isEvaluated } from '../../detect/evaluated-rule.ts';
import { KeptCounts } from '../../detect/kept-counts.ts';
import { KnownCodes } from '../../detect/known-codes.ts';
import { leadingReader } from '../../detect/leading-family.ts';
import { plannedFamilies } from '../../detect/planned-families.ts';
import { rateFamily } from '../../detect/rates/rate-family.ts';
import { ratesNow } from '../../detect/rates/rates-now.ts';
import { type RateRule, isRateRule } from '../../detect/rates/rate-rule.ts';
import { rateSignals } from '../../detect/rates/rate-signals.ts';
import { mediansOf, readMedians } from '../../detect/rates/sector-medians.ts';
import { ruleSignals } from '../../detect/rule-signals.ts';
import { splitOver } from '../../detect/scans/scan-places.ts';
import { scanReadersNow } from '../../detect/scans/scan-readers.ts';
import { deliveredBy, watchedFeeds } from '../../feeds/feed-watch.ts';
import { DaysOfData } from '../../present/days-of-data.ts';
import { Trees } from '../../reference/trees.ts';
import { CLOCK, WAREHOUSE } from '../../tokens.ts';
import { falseAlarmsPerWeek } from '../false-alarms-per-week.ts';
import { firedClusters, firedDeliveries, firedFacts } from './fired-now.ts';
import { type TriedSeries, firedSeries, openedPerLevel } from './fired-series.ts';

type Asked = z.output<typeof PreviewRule.body>;

/** Drafts whose counts are kept at hand while somebody types; then it begins anew. */
const MOST_QUESTIONS = 12;

/** Says what a draft would have said about the past, without keeping anything. */
@Injectable()
export class PreviewService {
  #counts: KeptCounts;
  #codes: KnownCodes;
  readonly #circumstances: KnownCircumstances;
  readonly #asked = new Set<string>();

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly trees: Trees,
    private readonly days: DaysOfData,
  ) {
    this.#counts = new KeptCounts(warehouse);
    this.#codes = new KnownCodes(this.#counts);
    this.#circumstances = new KnownCircumstances(warehouse);
  }

  async of({ rule: draft, periods, series }: Asked): Promise<PreviewRuleReply> {
    const today = dayIn(this.warehouse.timeZone, this.clock.now());
    const { firstDay, lastDay } = await this.days.now();
    const empty = { from: today, until: addCalendarDays(today, 1), ...NOTHING };
    if (draft.kind === 'missing-feed') {
      const now = this.clock.now();
      const feeds = await watchedFeeds(this.warehouse, { now, holidays: await this.trees.holidays() });
      const fired = await firedDeliveries(FeedRule.parse({ ...draft, version: 1 }), feeds, {
        timeZone: this.warehouse.timeZone,
        now,
      });
      return { ...empty, note: null, ...fired };
    }
    if (firstDay === null || lastDay === null) return { ...empty, note: noData };
    if (draft.kind === 'trigger') {
      const { translation } = await this.trees.told();
      const moment = { warehouse: this.warehouse, today, translation, lastDay: lastDay < today ? lastDay : today };
      return { ...empty, note: null, ...(await firedFacts(TriggerRule.parse({ ...draft, version: 1 }), moment)) };
    }
    if (draft.kind === 'scan')
      return { ...empty, ...(await this.#clusters(ScanRule.parse({ ...draft, version: 1 }), { today, firstDay })) };
    const rule = SeriesRule.parse({ ...draft, version: 1 });
    const asked = { today, firstDay, periods, most: series };
    if (isRateRule(rule)) return this.#rates(rule, asked);
    if (!isEvaluated(rule)) return { ...empty, note: notYet };
    return this.#series(rule, asked);
  }

  async #series(rule: EvaluatedRule, asked: AskedPeriods): Promise<PreviewRuleReply> {
    const running = bucketStart(asked.today, rule.grain);
    const from = triedFrom(bucketPlus(running, 1 - asked.periods, rule.grain), rule, asked);
    const until = bucketPlus(running, 1, rule.grain);
    const { counts, codes, told, ...known } = await this.#known(rule);
    const readers = { counts, codes, leading: leadingReader(this.warehouse, told) };
    const [planned] = await plannedFamilies(readers, [{ rule, from }], { ...asked, ...known });
    const family = planned?.family ?? { series: [], whole: [] };
    const { levels } = policyOf(rule);
    const found = ruleSignals(rule, family, { from, at: this.clock.now(), levels });
    const note = family.series.length === 0 ? noSeries : null;
    return this.#reply(rule, family.series, found, { from, until, most: asked.most, note });
  }

  async #clusters(rule: ScanRule, { today, firstDay }: Pick<AskedPeriods, 'today' | 'firstDay'>) {
    const { counts, told, holidays, delivered, circumstances } = await this.#known({
      ...rule,
      split: [splitOver[rule.over]],
    });
    const known = { today, firstDay, holidays, events: circumstances.events };
    const { translation } = told;
    const readers = scanReadersNow(this.warehouse, { ...known, counts, delivered, translation });
    const names = await codeNames(this.warehouse, this.trees);
    const fired = await firedClusters(rule, readers, { ...known, now: this.clock.now(), names });
    return { ...fired, note: fired.total === 0 ? noCluster : null };
  }

  /** Of a rate only buckets that are over: the exposure of the running one is not known. */
  async #rates(rule: RateRule, asked: AskedPeriods): Promise<PreviewRuleReply> {
    const until = bucketStart(asked.today, rule.grain);
    const from = triedFrom(bucketPlus(until, -asked.periods, rule.grain), rule, asked);
    const { counts, told, ...known } = await this.#known(rule);
    const rates = ratesNow(this.warehouse, told.translation);
    const family = await rateFamily({ rates, counts }, rule, {
      ...{ ...asked, ...known, from },
      events: known.circumstances.events,
    });
    const medians = mediansOf(rule, await readMedians(this.warehouse));
    const found = rateSignals(rule, family, { from, at: this.clock.now(), medians });
    const hasRate = found.some(({ observed }) => observed !== null);
    const note = found.length === 0 ? noSeries : hasRate ? null : noRate;
    return this.#reply(rule, family, found, { from, until, most: asked.most, note });
  }

  async #reply(
    rule: SeriesRule,
    family: readonly TriedSeries[],
    found: readonly Signal[],
    { most, ...shown }: Pick<PreviewRuleReply, 'from' | 'until' | 'note'> & { readonly most: number },
  ): Promise<PreviewRuleReply> {
    const fired = firedSeries(rule, family, found, await codeNames(this.warehouse, this.trees));
    const byLevel = openedPerLevel(fired);
    const total = Object.values(byLevel).reduce((sum, count) => sum + count, 0);
    const weeks = Math.max(1, daysBetween(shown.from, shown.until) / 7);
    return {
      ...{ ...shown, total: family.length },
      series: fired.slice(0, most).map(({ opened: _, ...one }) => one),
      firings: { total, perWeek: Number((total / weeks).toPrecision(3)), byLevel },
      fired: [],
      expectedFalsePerWeek: falseAlarmsPerWeek({ ...rule, enabled: true }, family.length),
    };
  }

  /** The counts kept at hand for drafts, as of now, and what else a draft is judged by. */
  async #known({ basis, where, split, measure }: Pick<SeriesRule, 'basis' | 'where' | 'split' | 'measure'>) {
    this.#asked.add(JSON.stringify([basis, where, split, measure]));
    if (this.#asked.size > MOST_QUESTIONS) {
      this.#asked.clear();
      this.#counts = new KeptCounts(this.warehouse);
      this.#codes = new KnownCodes(this.#counts);
    }
    const [counts, codes] = [this.#counts, this.#codes];
    const [holidays, months, told] = await Promise.all([
      this.trees.holidays(),
      this.warehouse.rows(rolledMonths()),
      this.trees.told(),
    ]);
    counts.asOf(new Map(months.map(({ month, mark }) => [month, mark])), told);
    codes.toldBy(told.key);
    const now = this.clock.now();
    const delivered = deliveredBy(await watchedFeeds(this.warehouse, { now, holidays }));
    const { dataVersion } = await this.days.now();
    const circumstances = {
      ...(await this.#circumstances.besides(dataVersion, told.translation)),
      arrived: await this.#circumstances.arrivedOn(dayIn(this.warehouse.timeZone, now)),
    };
    return { counts, codes, told, holidays, delivered, circumstances };
  }
}

interface AskedPeriods {
  readonly today: IsoDay;
  readonly firstDay: IsoDay;
  readonly periods: number;
  readonly most: number;
}

/** Not before the first data. */
const triedFrom = (earliest: IsoDay, { grain }: SeriesRule, { firstDay }: AskedPeriods): IsoDay =>
  earliest < firstDay ? bucketStart(firstDay, grain) : earliest;

const NOTHING = {
  ...{ total: 0, series: [], fired: [], expectedFalsePerWeek: null },
  firings: { total: 0, perWeek: 0, byLevel: { blue: 0, yellow: 0, orange: 0, red: 0 } },
};

const noData = { zh: '还没有投诉数据，无法试算。', en: 'There are no complaints yet to try it on.' };
const noSeries = {
  zh: '没有一个序列达到最少件数：请降低最少件数，或减少拆分维度。',
  en: 'No series ever reaches the fewest cases: lower them, or split less.',
};
const noRate = {
  zh: '这些期间都没有比率：请先录入保费、保单或人次（数据 → 参考数据）。',
  en: 'There is no rate in any of these periods: enter premium, policies or person-times first (Data → Reference data).',
};
const notYet = {
  zh: '该指标或方法的规则目前只保存，尚不判断：不会发出预警，也不能试算。',
  en: 'A rule of this measure or method is kept but not judged yet: it opens no warning and cannot be tried.',
};
const noCluster = {
  zh: '最近一个完整的周（或日）没有聚集。看过去会发出几条，请回测。',
  en: 'There is no cluster in the newest whole week (or day). A back-test tells how many the past would have had.',
};
