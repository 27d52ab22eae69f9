import { createHash } from 'node:crypto';
import { type LastNotice, type NotificationPolicy, decideNotification } from '@tocsin/alerting';
import type { AlertEventRecord, NoticeRecord } from '@tocsin/warehouse';

/** Somebody who is told by a channel. All open pages together are one recipient of the feed. */
export interface Recipient {
  readonly channel: NoticeRecord['channel'];
  readonly recipient: string;
}

export const openPages: Recipient = { channel: 'feed', recipient: 'pages' };

/** The same notice has the same id however often it is planned. */
export function noticeId(alertId: string, seq: number, { channel, recipient }: Recipient): string {
  return createHash('sha256')
    .update(JSON.stringify([alertId, seq, channel, recipient]))
    .digest('hex')
    .slice(0, 20);
}

/**
 * The notices that these events still lack: to be sent (`pending`), or recorded as not to be (`suppressed`, with the
 * reason) where a person might ask why nobody was told. Events in the order in which they happened.
 */
export function planNotices(
  events: readonly AlertEventRecord[],
  known: readonly NoticeRecord[],
  recipients: readonly Recipient[],
  { now, policy }: { readonly now: Date; readonly policy: NotificationPolicy },
): NoticeRecord[] {
  const told = lastTold(known);
  const ids = new Set(known.map((notice) => notice.noticeId));
  const planned: NoticeRecord[] = [];
  for (const event of events) {
    for (const recipient of recipients) {
      const id = noticeId(event.alertId, event.seq, recipient);
      if (ids.has(id)) continue;
      const key = keyOf(event.alertId, recipient);
      const { kind, seq } = event;
      const happened = { kind, seq, at: new Date(event.at), isHistory: isHistory(event) };
      const decision = decideNotification(happened, told.get(key), { channel: recipient.channel, now, policy });
      if (!decision.notify && decision.because !== 'history' && decision.because !== 'stale') continue;
      planned.push({
        ...recipient,
        noticeId: id,
        alertId: event.alertId,
        seq,
        state: decision.notify ? 'pending' : 'suppressed',
        at: now.toISOString(),
        attempts: 0,
        error: decision.notify ? '' : decision.because,
        nextAt: null,
      });
      if (decision.notify) told.set(key, { seq, at: happened.at });
    }
  }
  return planned;
}

/** What the alert stage noted about an event. */
export function isHistory({ memory }: AlertEventRecord): boolean {
  const noted: unknown = memory === '' ? {} : JSON.parse(memory);
  return typeof noted === 'object' && noted !== null && 'history' in noted && noted.history === true;
}

function lastTold(known: readonly NoticeRecord[]): Map<string, LastNotice> {
  const told = new Map<string, LastNotice>();
  for (const { alertId, channel, recipient, seq, at, state } of known) {
    if (state === 'suppressed') continue;
    const key = keyOf(alertId, { channel, recipient });
    if ((told.get(key)?.seq ?? 0) < seq) told.set(key, { seq, at: new Date(at) });
  }
  return told;
}

const keyOf = (alertId: string, { channel, recipient }: Recipient) => `${alertId} ${channel} ${recipient}`;
