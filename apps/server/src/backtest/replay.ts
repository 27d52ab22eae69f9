import { type NameOf, isActive, policyOf } from '@tocsin/alerting';
import type { IsoDay } from '@tocsin/contracts';
import { Zone } from '@tocsin/ingestion';
import type { BatchArrival, DataFeedVersion } from '@tocsin/warehouse';
import { lookBackOf, lookBackTo } from '../alert/decisions.ts';
import { dayIn } from '../clock.ts';
import { ChangedSignals } from '../detect/changed-signals.ts';
import { evaluatedFrom } from '../detect/evaluation-window.ts';
import { KnownCodes } from '../detect/known-codes.ts';
import { plannedFamilies } from '../detect/planned-families.ts';
import { ruleSignals } from '../detect/rule-signals.ts';
import { deliveredBy, feedsAt } from '../feeds/feed-watch.ts';
import { wallTimeAt } from '../feeds/wall-clock.ts';
import type { AsOfCircumstances } from './as-of-circumstances.ts';
import type { AsOfCounts } from './as-of-counts.ts';
import type { AsOfTables } from './as-of-tables.ts';
import type { ReplayedRule } from './replayed-rule.ts';

export interface ReplayParts {
  readonly counts: AsOfCounts;
  readonly tables: AsOfTables;
  readonly circumstances: AsOfCircumstances;
  readonly feeds: readonly DataFeedVersion[];
  readonly live: readonly BatchArrival[];
  /** The first month whose figures changed at a moment. */
  readonly changed: ReadonlyMap<number, IsoDay>;
  readonly names: NameOf;
  readonly timeZone: string;
}

/**
 * Runs rules through the past: at each moment what the detect and the alert stage do then, with what was known then. The
 * deciding code is theirs; only where counts, tables and signals come from is different.
 */
export class Replay {
  readonly #codes: KnownCodes;
  readonly #zone: Zone;
  readonly #written = new ChangedSignals(() => Promise.resolve([]));
  /** When signals last changed before and at the last decision, and the first bucket that did. */
  #lastChange: { readonly at: number; readonly from: IsoDay } | undefined;

  constructor(
    private readonly parts: ReplayParts,
    private readonly rules: readonly ReplayedRule[],
  ) {
    this.#codes = new KnownCodes(parts.counts);
    this.#zone = new Zone(parts.timeZone);
  }

  /** `moment` in unix seconds, later than any before. */
  async step(moment: number): Promise<void> {
    const { counts, tables, timeZone, changed } = this.parts;
    const now = new Date(moment * 1000);
    const today = dayIn(timeZone, now);
    const told = tables.told(moment, today);
    counts.moveTo(moment, told);
    this.#codes.toldBy(told.key);
    const firstDay = await counts.firstDay();
    if (firstDay === undefined) return;
    const holidays = tables.holidays(moment);
    const changedFrom = changed.get(moment);
    const plan = this.rules.map(({ rule }) => ({
      rule,
      from: evaluatedFrom(rule.grain, today, { changedFrom, since: undefined }),
    }));
    const delivered = deliveredBy(feedsAt(now, { ...this.#feedsKnown(moment), holidays, timeZone }));
    const circumstances = this.parts.circumstances.at(moment, today);
    const known = { today, firstDay, delivered, holidays, circumstances };
    const families = await plannedFamilies({ counts, codes: this.#codes }, plan, known);
    const touched = families.map(({ rule, from, family }, i) => {
      const { levels } = policyOf(rule);
      const news = this.#written.among(ruleSignals(rule, family, { from, at: now, levels }));
      this.#written.note(news);
      return { of: this.rules[i], series: this.rules[i]?.note(news) ?? new Set<string>(), news };
    });
    const from = lookBackTo(
      today,
      this.#changedFrom(
        moment,
        touched.flatMap(({ news }) => news.map(({ bucket }) => bucket)),
      ),
      undefined,
    );
    const wall = wallTimeAt(this.#zone, now);
    for (const { of, series } of touched) {
      const waits = of !== undefined && !isActive(of.rule.activeHours, wall);
      of?.decide(series, lookBackOf(of.rule.grain, from, today), { now, waits, names: this.parts.names, timeZone });
    }
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
