import type { FeedRule, IsoDay, RuleGrain, ScanRule, TriggerRule } from '@tocsin/contracts';
import type { AlertEventRecord, Signal } from '@tocsin/warehouse';
import { midnight } from '../../alert/bucket-end.ts';
import { lookBackOf } from '../../alert/decisions.ts';
import { ChangedSignals } from '../../detect/changed-signals.ts';
import type { EvaluatedRule } from '../../detect/evaluated-rule.ts';
import type { RateRule } from '../../detect/rates/rate-rule.ts';
import type { WrittenReader } from '../../detect/written-reader.ts';
import { BucketWarnings, type Keeps } from './bucket-warnings.ts';
import { NewestWarnings } from './newest-warnings.ts';
import type { DecidedThen, RuleWarnings } from './rule-warnings.ts';

/** A rule of a kind that can be run through the past. */
export type ReplayableRule = EvaluatedRule | RateRule | ScanRule | TriggerRule | FeedRule;

/** One rule on its way through the past: the newest signal of every series and bucket, and the warnings they led to. */
export class ReplayedRule<Rule extends ReplayableRule = ReplayableRule> {
  readonly #changed = new ChangedSignals(() => Promise.resolve([]));
  readonly #signals = new Map<string, Map<IsoDay, Signal>>();
  readonly #warnings: RuleWarnings;
  #touched = new Set<string>();

  /** `settings`: stricter ones of the same rule, decided along with it from the same chances. */
  constructor(
    readonly rule: Rule,
    settings: readonly Keeps[] = [],
  ) {
    this.#warnings =
      rule.kind === 'trigger' || rule.kind === 'missing-feed'
        ? new NewestWarnings(rule)
        : new BucketWarnings(rule, settings);
  }

  get series(): number {
    return this.#signals.size;
  }

  /** The events under the rule as it is, then under each setting. */
  get events(): readonly (readonly AlertEventRecord[])[] {
    return this.#warnings.events;
  }

  readonly written: WrittenReader = (_, { from, until }) =>
    Promise.resolve(
      [...this.#signals.values()].flatMap((buckets) =>
        [...buckets.values()].filter(({ bucket }) => bucket >= from && bucket < until),
      ),
    );

  /** Takes in what was found; answers what of it is new. */
  note(found: readonly Signal[]): readonly Signal[] {
    const news = this.#changed.among(found);
    this.#changed.note(news);
    for (const signal of news) {
      this.#touched.add(signal.seriesKey);
      const kept = this.#signals.get(signal.seriesKey);
      if (kept === undefined) this.#signals.set(signal.seriesKey, new Map([[signal.bucket, signal]]));
      else kept.set(signal.bucket, signal);
    }
    return news;
  }

  /** What becomes of the warnings of the series that were touched since, by their signals from a bucket on. */
  async decide(from: IsoDay, then: Omit<DecidedThen, 'forgottenBefore' | 'from'> & { readonly today: IsoDay }) {
    if (this.#touched.size === 0) return;
    const first = lookBackOf(grainOf(this.rule), from, then.today);
    const told = { ...then, from: first, forgottenBefore: midnight(first, then.timeZone).toISOString() };
    const touched = this.#touched;
    // Something may wait for the hours of the rule.
    if (!then.waits) this.#touched = new Set();
    for (const key of touched) {
      await this.#warnings.decide(key, [...(this.#signals.get(key)?.values() ?? [])], told);
    }
  }
}

const grainOf = (rule: ReplayableRule): RuleGrain => ('grain' in rule ? rule.grain : 'day');
