import { type NameOf, isActive } from '@tocsin/alerting';
import type { IsoDay } from '@tocsin/contracts';
import { type Zone, zoneOf } from '@tocsin/ingestion';
import type { BatchArrival, DataFeedVersion, Warehouse } from '@tocsin/warehouse';
import { lookBackTo } from '../../alert/decisions.ts';
import { dayIn } from '../../clock.ts';
import { deliveredBy, feedsAt } from '../../feeds/feed-watch.ts';
import { wallTimeAt } from '../../feeds/wall-clock.ts';
import type { AsOfCircumstances } from '../as-of-circumstances.ts';
import type { AsOfCounts } from '../as-of-counts.ts';
import type { AsOfDueDays } from '../as-of-due-days.ts';
import type { AsOfLeading } from '../as-of-leading.ts';
import type { AsOfTables } from '../as-of-tables.ts';
import type { KnowledgePlan } from '../knowledge.ts';
import { rulesByKind } from './rules-by-kind.ts';
import { ReplayedDeliveries } from './replayed-deliveries.ts';
import { ReplayedFacts } from './replayed-facts.ts';
import type { Found, KnownAt, KnownWithData, ReplayedKind } from './replayed-kind.ts';
import { ReplayedRates } from './replayed-rates.ts';
import type { ReplayedRule } from './replayed-rule.ts';
import { ReplayedScans } from './replayed-scans.ts';
import { ReplayedSeries } from './replayed-series.ts';

export interface ReplayParts {
  readonly warehouse: Warehouse;
  readonly knowledge: Pick<KnowledgePlan, 'history' | 'roundTo'>;
  readonly counts: AsOfCounts;
  readonly tables: AsOfTables;
  readonly circumstances: AsOfCircumstances;
  readonly leading: AsOfLeading | undefined;
  readonly dueDays: AsOfDueDays | undefined;
  readonly feeds: readonly DataFeedVersion[];
  /** Every batch that a feed delivered, in the order in which they came. */
  readonly deliveries: readonly BatchArrival[];
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
  /** Kinds that have nothing to look at before there are data. */
  readonly #ofData: readonly ReplayedKind<KnownWithData>[];
  readonly #always: readonly ReplayedKind<KnownAt>[];
  readonly #zone: Zone;
  /** When signals last changed before and at the last decision, and the first bucket that did. */
  #lastChange: { readonly at: number; readonly from: IsoDay } | undefined;

  constructor(
    private readonly parts: ReplayParts,
    private readonly rules: readonly ReplayedRule[],
  ) {
    const { series, rates, scans, triggers, deliveries } = rulesByKind(rules);
    this.#ofData = [
      new ReplayedSeries(parts, series),
      new ReplayedRates(parts, rates),
      new ReplayedScans(parts, scans),
      new ReplayedFacts(parts, triggers),
    ];
    this.#always = [new ReplayedDeliveries(parts.timeZone, deliveries)];
    this.#zone = zoneOf(parts.timeZone);
  }

  /** `moment` in unix seconds, later than any before. */
  async step(moment: number): Promise<void> {
    const { counts, names, timeZone } = this.parts;
    const known = this.#knownAt(moment);
    const { now, today } = known;
    counts.moveTo(moment, known.told);
    const days = await counts.days();
    const found = await foundBy(this.#always, known);
    if (days !== undefined) found.push(...(await foundBy(this.#ofData, { ...known, ...days })));
    const buckets = found.flatMap(({ of, signals }) => of.note(signals).map(({ bucket }) => bucket));
    const from = lookBackTo(today, this.#changedFrom(moment, buckets), undefined);
    const wall = wallTimeAt(this.#zone, now);
    for (const of of this.rules) {
      const waits = !isActive(of.rule.activeHours, wall);
      await of.decide(from, { now, today, waits, names, timeZone });
    }
  }

  #knownAt(moment: number): KnownAt {
    const { tables, timeZone } = this.parts;
    const now = new Date(moment * 1000);
    const today = dayIn(timeZone, now);
    const holidays = tables.holidays(moment);
    const feeds = feedsAt(now, { ...this.#feedsKnown(moment), holidays, timeZone });
    return {
      ...{ moment, now, today, told: tables.told(moment, today) },
      ...{ holidays, feeds, delivered: deliveredBy(feeds) },
    };
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
    for (const { feed, knownFrom, knownUntil } of this.parts.deliveries) {
      if (knownFrom > moment || knownUntil <= moment) continue;
      newest.set(feed, new Date(knownFrom * 1000).toISOString());
    }
    return {
      versions: this.parts.feeds.filter(({ at }) => Date.parse(at) <= moment * 1000),
      newest: [...newest].map(([feed, finishedAt]) => ({ feed, finishedAt })),
    };
  }
}

async function foundBy<Known extends KnownAt>(kinds: readonly ReplayedKind<Known>[], known: Known): Promise<Found[]> {
  const found: Found[] = [];
  for (const kind of kinds) found.push(...(await kind.found(known)));
  return found;
}
