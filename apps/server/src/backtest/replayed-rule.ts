import type { NameOf, Transition } from '@tocsin/alerting';
import type { Contributor, IsoDay } from '@tocsin/contracts';
import type { AlertEventRecord, Signal } from '@tocsin/warehouse';
import { midnight } from '../alert/bucket-end.ts';
import { decideAll, eventsOf, inHours } from '../alert/decisions.ts';
import type { EvaluatedRule } from '../detect/evaluated-rule.ts';
import type { RateRule } from '../detect/rates/rate-rule.ts';

/** A rule of a kind that can be run through the past. */
export type ReplayableRule = EvaluatedRule | RateRule;

/** Whether a signal keeps its level under a stricter setting of the same rule. */
export type Keeps = (signal: Signal) => boolean;

/** The warnings of one rule under one setting, as they come about. */
class Warnings {
  readonly events: AlertEventRecord[] = [];
  readonly #last = new Map<string, AlertEventRecord>();

  constructor(private readonly keeps: Keeps | undefined) {}

  decide(rule: ReplayableRule, seriesKey: string, signals: readonly Signal[], then: DecidedThen): void {
    const { keeps } = this;
    const levelled =
      keeps === undefined ? signals : signals.map((one) => (keeps(one) ? one : { ...one, level: '' as const }));
    const known = this.#last.get(seriesKey);
    const last =
      known !== undefined && (known.state === 'open' || known.at >= then.forgottenBefore) ? known : undefined;
    if (last?.state !== 'open' && levelled.every(({ level }) => level === '')) return;
    const warnings = new Map(last === undefined ? [] : [[`${rule.id} ${seriesKey}`, last]]);
    const decidedNow = decideAll(levelled, warnings, new Map([[rule.id, rule]]));
    for (const decided of inHours(decidedNow, () => then.waits)) {
      const events = eventsOf(decided, then, { now: then.now, since: undefined });
      const newest = events.at(-1);
      this.events.push(...events);
      if (newest !== undefined) this.#last.set(seriesKey, newest);
    }
  }
}

interface DecidedThen {
  readonly now: Date;
  /** Whether it is outside the hours of the rule: what is not red waits until they begin. */
  readonly waits: boolean;
  /** Resolved warnings that changed before this moment (ISO) are over for good. */
  readonly forgottenBefore: string;
  readonly explained: ReadonlyMap<Transition, Contributor[]>;
  readonly names: NameOf;
  readonly timeZone: string;
}

/** One rule on its way through the past: the newest signal of every series and bucket, and the warnings they led to. */
export class ReplayedRule {
  readonly #signals = new Map<string, Map<IsoDay, Signal>>();
  readonly #warnings: readonly Warnings[];
  /** Series with which something may wait for the hours of the rule. */
  #waiting = new Set<string>();

  /** `settings`: stricter ones of the same rule, decided along with it from the same chances. */
  constructor(
    readonly rule: ReplayableRule,
    settings: readonly Keeps[] = [],
  ) {
    this.#warnings = [undefined, ...settings].map((keeps) => new Warnings(keeps));
  }

  get series(): number {
    return this.#signals.size;
  }

  /** The events under the rule as it is, then under each setting. */
  get events(): readonly (readonly AlertEventRecord[])[] {
    return this.#warnings.map(({ events }) => events);
  }

  /** Takes in signals that have changed; answers the series that they are of. */
  note(changed: readonly Signal[]): Set<string> {
    const touched = new Set<string>();
    for (const signal of changed) {
      touched.add(signal.seriesKey);
      const kept = this.#signals.get(signal.seriesKey);
      if (kept === undefined) this.#signals.set(signal.seriesKey, new Map([[signal.bucket, signal]]));
      else kept.set(signal.bucket, signal);
    }
    return touched;
  }

  /** What becomes of the warnings of these series, by their signals from a bucket on. */
  decide(touched: ReadonlySet<string>, from: IsoDay, then: Omit<DecidedThen, 'forgottenBefore' | 'explained'>): void {
    const forgottenBefore = midnight(from, then.timeZone).toISOString();
    const told = { ...then, forgottenBefore, explained: new Map<Transition, Contributor[]>() };
    const keys = new Set([...this.#waiting, ...touched]);
    this.#waiting = then.waits ? keys : new Set();
    for (const key of keys) {
      const kept = [...(this.#signals.get(key)?.values() ?? [])];
      const signals = kept.filter(({ bucket }) => bucket >= from).sort((a, b) => (a.bucket < b.bucket ? -1 : 1));
      for (const warnings of this.#warnings) warnings.decide(this.rule, key, signals, told);
    }
  }
}
