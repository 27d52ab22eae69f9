import { Inject, Injectable } from '@nestjs/common';
import type { FeedMessage } from '@tocsin/contracts';
import { type NoticeRecord, type Scope, type Warehouse, alertEvents, getAlert, noticesSince } from '@tocsin/warehouse';
import { WAREHOUSE } from '../../tokens.ts';

/** More than this a page does not catch up on: it shows the list of warnings anyway. */
const MOST = 100;

/** What a page missed while its connection was lost, read from the notices of the feed. */
@Injectable()
export class MissedMessages {
  constructor(@Inject(WAREHOUSE) private readonly warehouse: Warehouse) {}

  /**
   * Messages after the one with this id (`<milliseconds of its event>.<notice id>`), oldest first. What shares its
   * moment is sent again rather than lost; pages know a message by its notice id.
   */
  async after(lastEventId: string, scope: Scope): Promise<FeedMessage[]> {
    const [, ms, noticeId] = /^(\d{1,15})\.(.+)$/.exec(lastEventId) ?? [];
    if (ms === undefined) return [];
    const since = await this.warehouse.rows(noticesSince({ since: new Date(Number(ms)) }));
    const ofFeed = since.filter(({ channel, state }) => channel === 'feed' && state === 'sent');
    const last = ofFeed.find((notice) => notice.noticeId === noticeId);
    const missed = ofFeed.filter(
      (notice) => notice.noticeId !== noticeId && (last === undefined || notice.at >= last.at),
    );
    const messages = await Promise.all(missed.slice(-MOST).map((notice) => this.#message(notice, scope)));
    return messages.filter((message) => message !== undefined);
  }

  /** Undefined when the caller may not see the warning. */
  async #message({ noticeId, alertId, seq }: NoticeRecord, scope: Scope): Promise<FeedMessage | undefined> {
    const question = { id: alertId, scope };
    const alert = await this.warehouse.maybeOne(getAlert(question));
    if (alert === undefined) return undefined;
    const event = (await this.warehouse.rows(alertEvents(question))).find((one) => one.seq === seq);
    return event && { noticeId, alert, event };
  }

  async isVisible(alertId: string, scope: Scope): Promise<boolean> {
    if (scope.organisations.length === 0) return true;
    return (await this.warehouse.maybeOne(getAlert({ id: alertId, scope }))) !== undefined;
  }
}
