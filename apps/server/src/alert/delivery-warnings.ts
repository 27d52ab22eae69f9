import type { FeedRule } from '@tocsin/contracts';
import { decideDelivery } from '@tocsin/alerting';
import type { AlertEventRecord, Warehouse } from '@tocsin/warehouse';
import { stateOf } from './event-record.ts';
import { type FollowOptions, type Followed, followNewest, followedNow } from './newest-signals.ts';

/** Every day that the warehouse can hold: a delivery may be missing for longer than any look back. */
const EVER = { from: '1970-01-01', until: '2149-06-06' } as const;

/** The events of the data warnings: one warning for each missed delivery, however long ago it was due. */
export async function deliveryWarnings(
  warehouse: Warehouse,
  rules: readonly FeedRule[],
  { waits, now }: { readonly waits: (rule: FeedRule) => boolean; readonly now: Date },
): Promise<AlertEventRecord[]> {
  const events: AlertEventRecord[] = [];
  for (const rule of rules) {
    const followed = await followedNow(warehouse, rule, EVER);
    events.push(...(await deliveryEvents(rule, followed, { waits: waits(rule), now })));
  }
  return events;
}

/** The same of one rule, from what it has written. */
export const deliveryEvents = (
  rule: FeedRule,
  followed: Followed,
  moment: FollowOptions,
): Promise<AlertEventRecord[]> =>
  followNewest(rule, followed, moment, (signal, last) => {
    const transition = decideDelivery(signal, last && stateOf(last));
    const headline = (signal.level === '' ? last?.headline : signal.note) ?? rule.label;
    return Promise.resolve(transition && { transition, headline });
  });
