import type { FeedRule } from '@tocsin/contracts';
import { decideDelivery } from '@tocsin/alerting';
import type { AlertEventRecord, Warehouse } from '@tocsin/warehouse';
import { stateOf } from './event-record.ts';
import { type FollowOptions, followNewest } from './newest-signals.ts';

/** Every day that the warehouse can hold: a delivery may be missing for longer than any look back. */
const EVER = { from: '1970-01-01', until: '2149-06-06' } as const;

/** The events of the data warnings: one warning for each missed delivery, however long ago it was due. */
export async function deliveryWarnings(
  warehouse: Warehouse,
  rules: readonly FeedRule[],
  moment: Pick<FollowOptions<FeedRule>, 'waits' | 'now'>,
): Promise<AlertEventRecord[]> {
  const events: AlertEventRecord[] = [];
  for (const rule of rules) {
    const step: FollowOptions<FeedRule>['step'] = (signal, last) => {
      const transition = decideDelivery(signal, last && stateOf(last));
      const headline = (signal.level === '' ? last?.headline : signal.note) ?? rule.label;
      return Promise.resolve(transition && { transition, headline });
    };
    events.push(...(await followNewest(warehouse, rule, { ...moment, range: EVER, step })));
  }
  return events;
}
