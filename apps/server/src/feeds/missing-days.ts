import type { MissingDays } from '@tocsin/contracts';
import { type IsoDay, addCalendarDays } from '@tocsin/calendar';
import type { WatchedFeed } from './feed-watch.ts';

/** The days that overdue feeds leave out, up to yesterday; today where a feed owes what came in today. */
export function missingDays(feeds: readonly WatchedFeed[], today: IsoDay): MissingDays[] {
  return feeds.flatMap(({ feed, awaited: { previous, overdue } }) => {
    if (overdue === 0) return [];
    const until = previous.day < today ? today : addCalendarDays(previous.day, 1);
    return [{ feed: feed.id, label: feed.label, from: previous.day, until }];
  });
}
