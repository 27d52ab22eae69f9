import type { FeedRule } from '@tocsin/contracts';
import { type Zone, zoneOf } from '@tocsin/ingestion';
import { missedDeliveries } from '../../detect/missed-deliveries.ts';
import type { Found, KnownAt, ReplayedKind } from './replayed-kind.ts';
import type { ReplayedRule } from './replayed-rule.ts';

/** Rules about deliveries that are missed. */
export class ReplayedDeliveries implements ReplayedKind<KnownAt> {
  readonly #zone: Zone;

  constructor(
    timeZone: string,
    private readonly rules: readonly ReplayedRule<FeedRule>[],
  ) {
    this.#zone = zoneOf(timeZone);
  }

  async found({ now, feeds }: KnownAt): Promise<Found[]> {
    return await Promise.all(
      this.rules.map(async (of) => {
        const known = { written: of.written, zone: this.#zone, at: now };
        return { of, signals: await missedDeliveries([of.rule], feeds, known) };
      }),
    );
  }
}
