import { Inject, Injectable } from '@nestjs/common';
import { addCalendarDays, bucketPlus, bucketStart, daysBetween } from '@tocsin/calendar';
import {
  type IsoDay,
  type PreviewRule,
  type PreviewRuleReply,
  type RuleDraft,
  SeriesRule,
  TriggerRule,
} from '@tocsin/contracts';
import { policyOf } from '@tocsin/alerting';
import { type Warehouse, coverage, rolledMonths } from '@tocsin/warehouse';
import type { z } from 'zod';
import { codeNames } from '../../alert/code-names.ts';
import { type Clock, dayIn } from '../../clock.ts';
import { type EvaluatedRule, isEvaluated } from '../../detect/evaluated-rule.ts';
import { KeptCounts } from '../../detect/kept-counts.ts';
import { KnownCodes } from '../../detect/known-codes.ts';
import { leadingReader } from '../../detect/leading-family.ts';
import { plannedFamilies } from '../../detect/planned-families.ts';
import { ruleSignals } from '../../detect/rule-signals.ts';
import { deliveredBy, watchedFeeds } from '../../feeds/feed-watch.ts';
import { Trees } from '../../reference/trees.ts';
import { CLOCK, WAREHOUSE } from '../../tokens.ts';
import { falseAlarmsPerWeek } from '../false-alarms-per-week.ts';
import { firedFacts } from './fired-facts.ts';
import { firedSeries, openedPerLevel } from './fired-series.ts';

type Asked = z.output<typeof PreviewRule.body>;

/** Drafts whose counts are kept at hand while somebody types; then it begins anew. */
const MOST_QUESTIONS = 12;

/** Says what a draft would have said about the past, without keeping anything. */
@Injectable()
export class PreviewService {
  #counts: KeptCounts;
  #codes: KnownCodes;
  readonly #asked = new Set<string>();

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly trees: Trees,
  ) {
    this.#counts = new KeptCounts(warehouse);
    this.#codes = new KnownCodes(this.#counts);
  }

  async of({ rule: draft, periods, series }: Asked): Promise<PreviewRuleReply> {
    const today = dayIn(this.warehouse.timeZone, this.clock.now());
    const { firstDay, lastDay } = await this.warehouse.one(coverage());
    const empty = { from: today, until: addCalendarDays(today, 1), ...NOTHING };
    if (draft.kind === 'scan' || draft.kind === 'missing-feed') return { ...empty, note: noHistoryOf(draft) };
    if (firstDay === null || lastDay === null) return { ...empty, note: noData };
    if (draft.kind === 'trigger') {
      const { translation } = await this.trees.told();
      const moment = { warehouse: this.warehouse, today, translation, lastDay: lastDay < today ? lastDay : today };
      return { ...empty, note: null, ...(await firedFacts(TriggerRule.parse({ ...draft, version: 1 }), moment)) };
    }
    const rule = SeriesRule.parse({ ...draft, version: 1 });
    if (!isEvaluated(rule)) return { ...empty, note: notYet };
    return this.#series(rule, { today, firstDay, periods, most: series });
  }

  async #series(
    rule: EvaluatedRule,
    { today, firstDay, periods, most }: { today: IsoDay; firstDay: IsoDay; periods: number; most: number },
  ): Promise<PreviewRuleReply> {
    const running = bucketStart(today, rule.grain);
    const earliest = bucketPlus(running, 1 - periods, rule.grain);
    const from = earliest < firstDay ? bucketStart(firstDay, rule.grain) : earliest;
    const until = bucketPlus(running, 1, rule.grain);
    const [names, family] = await Promise.all([
      codeNames(this.warehouse, this.trees),
      this.#family(rule, from, today, firstDay),
    ]);
    const { levels } = policyOf(rule);
    const found = ruleSignals(rule, family, { from, at: this.clock.now(), levels });
    const fired = firedSeries(rule, family, found, names);
    const byLevel = openedPerLevel(fired);
    const total = Object.values(byLevel).reduce((sum, count) => sum + count, 0);
    const weeks = Math.max(1, daysBetween(from, until) / 7);
    return {
      ...{ from, until, total: family.series.length },
      series: fired.slice(0, most).map(({ opened: _, ...one }) => one),
      firings: { total, perWeek: Number((total / weeks).toPrecision(3)), byLevel },
      fired: [],
      expectedFalsePerWeek: falseAlarmsPerWeek({ ...rule, enabled: true }, family.series.length),
      note: family.series.length === 0 ? noSeries : null,
    };
  }

  async #family(rule: EvaluatedRule, from: IsoDay, today: IsoDay, firstDay: IsoDay) {
    const { basis, where, split, measure } = rule;
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
    const delivered = deliveredBy(await watchedFeeds(this.warehouse, { now: this.clock.now(), holidays }));
    const known = { today, firstDay, delivered, holidays };
    const [planned] = await plannedFamilies(
      { counts, codes, leading: leadingReader(this.warehouse, told) },
      [{ rule, from }],
      known,
    );
    return planned?.family ?? { series: [], whole: [] };
  }
}

const NOTHING = {
  ...{ total: 0, series: [], fired: [], expectedFalsePerWeek: null },
  firings: { total: 0, perWeek: 0, byLevel: { blue: 0, yellow: 0, orange: 0, red: 0 } },
};

const noData = { zh: '还没有投诉数据，无法试算。', en: 'There are no complaints yet to try it on.' };
const noSeries = {
  zh: '没有一个序列达到最少件数：请降低最少件数，或减少拆分维度。',
  en: 'No series ever reaches the fewest cases: lower them, or split less.',
};
const notYet = {
  zh: '该指标或方法的规则目前只保存，尚不判断：不会发出预警，也不能试算。',
  en: 'A rule of this measure or method is kept but not judged yet: it opens no warning and cannot be tried.',
};
const noHistoryOf = ({ kind }: RuleDraft) =>
  kind === 'missing-feed'
    ? { zh: '数据未到规则没有可试算的历史。', en: 'A rule about deliveries has no history to be tried on.' }
    : notYet;
