import type { DataFeed, DataFeedInput, Sentence } from '@tocsin/contracts';
import { type HolidayTable, type WallTime, awaitedDelivery, deliveryTimes } from '@tocsin/calendar';
import type { z } from 'zod';

type Feed = Pick<z.output<typeof DataFeedInput>, 'rhythm' | 'dueBy' | 'enabled'>;

export interface FeedStanding {
  readonly state: z.infer<typeof DataFeed>['state'];
  /** When the delivery is due that is waited for; null without a rhythm. */
  readonly expectedBy: WallTime | null;
  readonly trouble: Sentence | null;
}

/** What has come of a feed so far. */
export interface FeedPast {
  /** When its last import became visible; undefined where none ever did. */
  readonly last: WallTime | undefined;
  /** Since when its present rhythm has been promised: what was due before then was not. */
  readonly since: WallTime;
}

/**
 * Where a feed stands. The delivery of a period may come at any time after the one before was due: a feed is `late` when
 * that time has passed without one, and `missing` when two have. One of which nothing ever came is `never` until the first
 * delivery that was promised was due, then late and missing like any other. `holidays` are those of the company.
 */
export function feedStanding(
  feed: Feed,
  { last, since }: FeedPast,
  now: WallTime,
  holidays: HolidayTable,
): FeedStanding {
  if (feed.rhythm === 'none' || !feed.enabled) return { state: 'unwatched', expectedBy: null, trouble: null };
  const { overdue } = awaitedDelivery(feed.rhythm, feed.dueBy, { last, since }, now, holidays);
  const { next, past } = deliveryTimes(feed.rhythm, feed.dueBy, now, holidays);
  if (overdue === 0) {
    const isNew = last === undefined;
    return { state: isNew ? 'never' : 'fresh', expectedBy: next, trouble: isNew ? neverCame : null };
  }
  const [due] = past;
  const state = overdue > 1 ? 'missing' : 'late';
  return {
    state,
    expectedBy: due,
    trouble: last === undefined ? neverCameThough(state, due) : overdueSince(state, due, last),
  };
}

const neverCame: Sentence = {
  zh: '该数据源尚未送达任何数据：请检查发送端或定时任务。',
  en: 'Nothing has come by this feed yet: check the sender or its schedule.',
};

const neverCameThough = (state: 'late' | 'missing', due: WallTime): Sentence => ({
  zh: `应于 ${due.day} ${due.time} 前送达，${absence[state].zh}；该数据源自建立以来从未送达任何数据。请检查发送端或定时任务；没有数据的日期不是零。`,
  en: `Due by ${due.day} ${due.time} and ${absence[state].en}; nothing has ever come by this feed. Check the sender or its schedule; days without data are not zero.`,
});

const overdueSince = (state: 'late' | 'missing', due: WallTime, last: WallTime): Sentence => ({
  zh: `应于 ${due.day} ${due.time} 前送达，${absence[state].zh}；最近一次为 ${last.day} ${last.time}。请检查发送端；此后的日期没有数据，不是零。`,
  en: `Due by ${due.day} ${due.time} and ${absence[state].en}; the last one came on ${last.day} at ${last.time}. Check the sender; the days since then have no data, which is not zero.`,
});

const absence: Record<'late' | 'missing', Sentence> = {
  late: { zh: '尚未收到', en: 'not here yet' },
  missing: { zh: '已连续缺失两次以上', en: 'missing at least twice in a row' },
};
