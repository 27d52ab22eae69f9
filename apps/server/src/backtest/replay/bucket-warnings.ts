import type { Transition } from '@tocsin/alerting';
import type { Contributor } from '@tocsin/contracts';
import type { AlertEventRecord, Signal } from '@tocsin/warehouse';
import { type BucketRule, decideAll, eventsOf, inHours } from '../../alert/decisions.ts';
import type { DecidedThen, RuleWarnings } from './rule-warnings.ts';

/** Whether a signal keeps its level under a stricter setting of the same rule. */
export type Keeps = (signal: Signal) => boolean;

/** Nobody reads what explains a warning that never was. */
const NOTHING_EXPLAINED: ReadonlyMap<Transition, readonly Contributor[]> = new Map();

/** The warnings of a rule that follow the buckets of its series. */
export class BucketWarnings implements RuleWarnings {
  readonly #bySetting: readonly OfSetting[];

  constructor(rule: BucketRule, settings: readonly Keeps[]) {
    this.#bySetting = [undefined, ...settings].map((keeps) => new OfSetting(rule, keeps));
  }

  get events(): readonly (readonly AlertEventRecord[])[] {
    return this.#bySetting.map(({ events }) => events);
  }

  decide(seriesKey: string, signals: readonly Signal[], then: DecidedThen): Promise<void> {
    const recent = signals
      .filter(({ bucket }) => bucket >= then.from)
      .sort((one, other) => (one.bucket < other.bucket ? -1 : 1));
    for (const one of this.#bySetting) one.decide(seriesKey, recent, then);
    return Promise.resolve();
  }
}

/** Those under one setting. */
class OfSetting {
  readonly events: AlertEventRecord[] = [];
  readonly #last = new Map<string, AlertEventRecord>();

  constructor(
    private readonly rule: BucketRule,
    private readonly keeps: Keeps | undefined,
  ) {}

  decide(seriesKey: string, signals: readonly Signal[], then: DecidedThen): void {
    const { rule, keeps } = this;
    const levelled =
      keeps === undefined ? signals : signals.map((one) => (keeps(one) ? one : { ...one, level: '' as const }));
    const known = this.#last.get(seriesKey);
    const last =
      known !== undefined && (known.state === 'open' || known.at >= then.forgottenBefore) ? known : undefined;
    if (last?.state !== 'open' && levelled.every(({ level }) => level === '')) return;
    const warnings = new Map(last === undefined ? [] : [[`${rule.id} ${seriesKey}`, last]]);
    const decidedNow = decideAll(levelled, warnings, new Map([[rule.id, rule]]));
    for (const decided of inHours(decidedNow, () => then.waits)) {
      const told = { ...then, explained: NOTHING_EXPLAINED };
      const events = eventsOf(decided, told, { now: then.now, since: undefined });
      const newest = events.at(-1);
      this.events.push(...events);
      if (newest !== undefined) this.#last.set(seriesKey, newest);
    }
  }
}
