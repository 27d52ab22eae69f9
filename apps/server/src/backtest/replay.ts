import { type NameOf, isActive, policyOf } from '@tocsin/alerting';
import type { IsoDay } from '@tocsin/contracts';
import { Zone } from '@tocsin/ingestion';
import type { BatchArrival, DataFeedVersion, Signal } from '@tocsin/warehouse';
import { lookBackOf, lookBackTo } from '../alert/decisions.ts';
import { dayIn } from '../clock.ts';
import { ChangedSignals } from '../detect/changed-signals.ts';
import { evaluatedFrom } from '../detect/evaluation-window.ts';
import { KnownCodes } from '../detect/known-codes.ts';
import type { EvaluatedRule } from '../detect/evaluated-rule.ts';
import { type KnownThen, plannedFamilies } from '../detect/planned-families.ts';
import { type RateReaders, rateFamily, ratedFrom } from '../detect/rates/rate-family.ts';
import { type RateRule, isRateRule } from '../detect/rates/rate-rule.ts';
import { rateSignals } from '../detect/rates/rate-signals.ts';
import { mediansOf } from '../detect/rates/sector-medians.ts';
import { ruleSignals } from '../detect/rule-signals.ts';
import { deliveredBy, feedsAt } from '../feeds/feed-watch.ts';
import { wallTimeAt } from '../feeds/wall-clock.ts';
import type { AsOfCircumstances } from './as-of-circumstances.ts';
import type { AsOfCounts } from './as-of-counts.ts';
import type { AsOfLeading } from './as-of-leading.ts';
import { asOfRates } from './as-of-rates.ts';
import type { AsOfTables } from './as-of-tables.ts';
import type { ReplayedRule } from './replayed-rule.ts';

export interface ReplayParts {
  readonly counts: AsOfCounts;
  readonly tables: AsOfTables;
  readonly circumstances: AsOfCircumstances;
  readonly leading: AsOfLeading | undefined;
  readonly feeds: readonly DataFeedVersion[];
  readonly live: readonly BatchArrival[];
  /** The first month whose figures changed at a moment. */
  readonly changed: ReadonlyMap<number, IsoDay>;
  readonly names: NameOf;
  readonly timeZone: string;
}

/** What is known at a moment besides the figures. */
interface KnownAt extends Omit<KnownThen, 'circumstances'> {
  readonly moment: number;
  readonly now: Date;
}

/** The signals of a rule at a moment. */
interface Found {
  readonly of: ReplayedRule;
  readonly signals: readonly Signal[];
}

/**
 * Runs rules through the past: at each moment what the detect and the alert stage do then, with what was known then. The
 * deciding code is theirs; only where counts, tables and signals come from is different.
 */
export class Replay {
  readonly #series: { readonly rule: EvaluatedRule; readonly of: ReplayedRule }[] = [];
  readonly #rates: { readonly rule: RateRule; readonly of: ReplayedRule }[] = [];
  readonly #codes: KnownCodes;
  readonly #zone: Zone;
  readonly #written = new ChangedSignals(() => Promise.resolve([]));
  /** When signals last changed before and at the last decision, and the first bucket that did. */
  #lastChange: { readonly at: number; readonly from: IsoDay } | undefined;

  constructor(
    private readonly parts: ReplayParts,
    rules: readonly ReplayedRule[],
  ) {
    for (const of of rules) {
      if (isRateRule(of.rule)) this.#rates.push({ rule: of.rule, of });
      else this.#series.push({ rule: of.rule, of });
    }
    this.#codes = new KnownCodes(parts.counts);
    this.#zone = new Zone(parts.timeZone);
  }

  /** `moment` in unix seconds, later than any before. */
  async step(moment: number): Promise<void> {
    const { counts, leading, tables, timeZone } = this.parts;
    const now = new Date(moment * 1000);
    const today = dayIn(timeZone, now);
    const told = tables.told(moment, today);
    counts.moveTo(moment, told);
    leading?.moveTo(moment, told);
    this.#codes.toldBy(told.key);
    const firstDay = await counts.firstDay();
    if (firstDay === undefined) return;
    const holidays = tables.holidays(moment);
    const delivered = deliveredBy(feedsAt(now, { ...this.#feedsKnown(moment), holidays, timeZone }));
    const known = { moment, now, today, firstDay, delivered, holidays };
    const found = [...(await this.#seriesSignals(known)), ...(await this.#rateSignals(known))];
    const touched = found.map(({ of, signals }) => {
      const news = this.#written.among(signals);
      this.#written.note(news);
      return { of, series: of.note(news), news };
    });
    const buckets = touched.flatMap(({ news }) => news.map(({ bucket }) => bucket));
    const from = lookBackTo(today, this.#changedFrom(moment, buckets), undefined);
    const wall = wallTimeAt(this.#zone, now);
    for (const { of, series } of touched) {
      const waits = !isActive(of.rule.activeHours, wall);
      of.decide(series, lookBackOf(of.rule.grain, from, today), { now, waits, names: this.parts.names, timeZone });
    }
  }

  /** What the rules about numbers of cases and leading counts find. */
  async #seriesSignals({ moment, now, ...known }: KnownAt): Promise<Found[]> {
    const { counts, leading, changed } = this.parts;
    const changedFrom = changed.get(moment);
    const plan = this.#series.map(({ rule, of }) => ({
      ...{ rule, of },
      from: evaluatedFrom(rule.grain, known.today, { changedFrom, since: undefined }),
    }));
    const circumstances = this.parts.circumstances.at(moment, known.today);
    const families = await plannedFamilies({ counts, codes: this.#codes, leading: leading?.read }, plan, {
      ...known,
      circumstances,
    });
    return families.map(({ rule, from, family, of }) => {
      const { levels } = policyOf(rule);
      return { of, signals: ruleSignals(rule, family, { from, at: now, levels }) };
    });
  }

  /** What the rules about rates find: all their buckets, as the detect stage does it. */
  async #rateSignals({ moment, now, ...known }: KnownAt): Promise<Found[]> {
    const { counts, tables } = this.parts;
    const { told: exposure } = tables.business(moment, known.today);
    const rates: RateReaders['rates'] = (asked) => asOfRates(asked, { counts, exposure });
    return await Promise.all(
      this.#rates.map(async ({ rule, of }) => {
        const from = ratedFrom(rule, known.today, undefined);
        const family = await rateFamily({ rates, counts }, rule, { ...known, from });
        const medians = mediansOf(rule, tables.medians(moment));
        return { of, signals: rateSignals(rule, family, { from, at: now, medians }) };
      }),
    );
  }

  /** The first bucket of the signals that changed since the last decision, those of that moment included. */
  #changedFrom(moment: number, buckets: readonly IsoDay[]): IsoDay | null {
    const before = this.#lastChange;
    const first = buckets.reduce<IsoDay | undefined>(
      (least, day) => (least === undefined || day < least ? day : least),
      undefined,
    );
    if (first !== undefined) this.#lastChange = { at: moment, from: first };
    const both = [before?.from, first].filter((day) => day !== undefined).sort();
    return both[0] ?? null;
  }

  #feedsKnown(moment: number) {
    const newest = new Map<string, string>();
    for (const { feed, knownFrom, knownUntil } of this.parts.live) {
      if (feed === '' || knownFrom > moment || knownUntil <= moment) continue;
      newest.set(feed, new Date(knownFrom * 1000).toISOString());
    }
    return {
      versions: this.parts.feeds.filter(({ at }) => Date.parse(at) <= moment * 1000),
      newest: [...newest].map(([feed, finishedAt]) => ({ feed, finishedAt })),
    };
  }
}
