import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { compareLevels, defaultNotificationPolicy, retryAt } from '@tocsin/alerting';
import type { Message } from '@tocsin/channels';
import {
  type AlertEventRecord,
  type NoticeRecord,
  type Warehouse,
  alertEventsSince,
  noticesSince,
  saveNotices,
  wholeCompany,
} from '@tocsin/warehouse';
import type { Config } from '../config.ts';
import type { Stage, StageContext, StageReport } from '../pipeline/stage.ts';
import { Feed } from '../present/feed/feed.ts';
import { CONFIG, WAREHOUSE } from '../tokens.ts';
import { alertOfEvent, eventOf } from './alert-of-event.ts';
import { openPages, planNotices } from './notice-plan.ts';
import { AUDIENCES, type Audience } from './open-channels.ts';

/** Events older than this are left alone, told or not. Longer than any notice is tried again. */
const LOOK_BACK_MS = 15 * 86_400_000;
/** What was found by looking back carries the time at which it happened: at most so long ago. */
const HISTORY_LOOK_BACK_MS = 400 * 86_400_000;

/**
 * Tells people of events. A notice is written before it is sent and again after: what a crash cuts off in between is told
 * once more rather than never, under the same id.
 */
@Injectable()
export class NotifyStage implements Stage {
  readonly name = 'notify';
  readonly reads = ['alert_event', 'notice'];
  readonly writes = ['notice'];
  #hasLookedBack = false;

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(AUDIENCES) private readonly audiences: readonly Audience[],
    private readonly feed: Feed,
  ) {}

  async run({ now, since }: StageContext): Promise<StageReport> {
    const lookBackMs = this.#hasLookedBack && since === undefined ? LOOK_BACK_MS : HISTORY_LOOK_BACK_MS;
    const from = new Date(Math.min(now.getTime() - lookBackMs, since === undefined ? Infinity : Date.parse(since)));
    const [events, known] = await Promise.all([
      this.warehouse.rows(alertEventsSince({ since: from, scope: wholeCompany })),
      this.warehouse.rows(noticesSince({ since: from })),
    ]);
    const recipients = [
      openPages,
      ...this.audiences.flatMap(({ recipients: all }) =>
        all.map((recipient) => ({ channel: 'email', recipient }) as const),
      ),
    ];
    const planned = planNotices(events, known, recipients, { now, policy: defaultNotificationPolicy });
    if (planned.length > 0) await saveNotices(this.warehouse, planned);
    this.#hasLookedBack = true;

    const due = [...known, ...planned].filter((notice) => isDue(notice, now));
    const sent = await this.#send(due, events, now);
    return { read: events.length, wrote: planned.length + sent };
  }

  /** Sends what is due, and answers how many notices have changed. */
  async #send(due: readonly NoticeRecord[], events: readonly AlertEventRecord[], now: Date): Promise<number> {
    const eventOfNotice = new Map(events.map((event) => [`${event.alertId} ${event.seq}`, event]));
    const outgoing = due.flatMap((notice) => {
      const event = eventOfNotice.get(`${notice.alertId} ${notice.seq}`);
      return event === undefined ? [] : [{ notice, event }];
    });
    const changed = this.#showOnPages(outgoing.filter(({ notice }) => notice.channel === 'feed'));
    if (changed.length > 0) await saveNotices(this.warehouse, changed);
    let count = changed.length;
    for (const { channel, recipients } of this.audiences) {
      for (const recipient of recipients) {
        const mine = outgoing.filter(({ notice }) => notice.channel === 'email' && notice.recipient === recipient);
        if (mine.length === 0) continue;
        const messages = mine.map(({ event }) => this.#message(event)).sort(worstFirst);
        const delivery = await channel.send(recipient, messages, mailId(mine.map(({ notice }) => notice.noticeId)));
        const after = mine.map(({ notice }) => afterAttempt(notice, delivery, now));
        await saveNotices(this.warehouse, after);
        count += after.length;
      }
    }
    return count;
  }

  #showOnPages(outgoing: readonly { notice: NoticeRecord; event: AlertEventRecord }[]): NoticeRecord[] {
    return outgoing.map(({ notice, event }) => {
      this.feed.publish({ noticeId: notice.noticeId, alert: alertOfEvent(event), event: eventOf(event) });
      return { ...notice, state: 'sent', attempts: notice.attempts + 1 };
    });
  }

  #message(event: AlertEventRecord): Message {
    const { publicUrl } = this.config;
    const link = publicUrl === undefined ? undefined : `${publicUrl}/warnings/${event.alertId}`;
    return { alert: alertOfEvent(event), event: eventOf(event), link };
  }
}

function worstFirst(left: Message, right: Message): number {
  return compareLevels(right.event.level, left.event.level) || left.alert.id.localeCompare(right.alert.id);
}

/** The same for the same notices, so that a mail program knows a mail that is sent once more. */
function mailId(noticeIds: readonly string[]): string {
  return createHash('sha256')
    .update([...noticeIds].sort().join(' '))
    .digest('hex')
    .slice(0, 32);
}

function isDue({ state, nextAt }: NoticeRecord, now: Date): boolean {
  return state === 'pending' && (nextAt === null || Date.parse(nextAt) <= now.getTime());
}

type Delivery = Awaited<ReturnType<Audience['channel']['send']>>;

/** A notice after an attempt: sent, to be tried again later, or given up. */
function afterAttempt(notice: NoticeRecord, delivery: Delivery, now: Date): NoticeRecord {
  const attempts = notice.attempts + 1;
  if (delivery.kind === 'delivered') return { ...notice, state: 'sent', attempts, error: '', nextAt: null };
  const error = `${delivery.reason}: ${delivery.detail}`;
  const again = delivery.retry ? retryAt(attempts, now) : undefined;
  return again === undefined
    ? { ...notice, state: 'failed', attempts, error, nextAt: null }
    : { ...notice, state: 'pending', attempts, error, nextAt: again.toISOString() };
}
