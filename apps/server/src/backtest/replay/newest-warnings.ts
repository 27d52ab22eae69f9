import type { FeedRule, TriggerRule } from '@tocsin/contracts';
import type { AlertEventRecord, Signal } from '@tocsin/warehouse';
import { deliveryEvents } from '../../alert/delivery-warnings.ts';
import { factEvents } from '../../alert/fact-warnings.ts';
import type { Followed } from '../../alert/newest-signals.ts';
import type { DecidedThen, RuleWarnings } from './rule-warnings.ts';

/** The warnings of a rule about matters of fact or deliveries: they follow the newest signal of their series. */
export class NewestWarnings implements RuleWarnings {
  readonly #events: AlertEventRecord[] = [];
  readonly #last = new Map<string, AlertEventRecord>();

  constructor(private readonly rule: TriggerRule | FeedRule) {}

  get events(): readonly (readonly AlertEventRecord[])[] {
    return [this.#events];
  }

  async decide(seriesKey: string, signals: readonly Signal[], then: DecidedThen): Promise<void> {
    const last = this.#last.get(seriesKey);
    const followed = { signals, warnings: last === undefined ? [] : [last] };
    for (const event of await this.#eventsOf(followed, then)) {
      this.#events.push(event);
      this.#last.set(seriesKey, event);
    }
  }

  #eventsOf(followed: Followed, { names, ...moment }: DecidedThen): Promise<AlertEventRecord[]> {
    const { rule } = this;
    return rule.kind === 'trigger'
      ? factEvents(rule, followed, { ...moment, names: () => Promise.resolve(names) })
      : deliveryEvents(rule, followed, moment);
  }
}
