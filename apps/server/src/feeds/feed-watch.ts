import { type AwaitedDelivery, type HolidayTable, type WallTime, awaitedDelivery } from '@tocsin/calendar';
import type { DataFeedVersion } from '@tocsin/warehouse';
import { zoneOf } from '@tocsin/ingestion';
import {
  type DeliveredDays,
  type NewestOfFeed,
  type Warehouse,
  dataFeedVersions,
  newestImportsByFeed,
} from '@tocsin/warehouse';
import { wallTimeAt } from './wall-clock.ts';

type Feed = DataFeedVersion['feed'];

/** A feed that is expected to deliver, and the delivery that is waited for. */
export interface WatchedFeed {
  readonly feed: Feed;
  /** Since when its present rhythm has been promised. */
  readonly since: WallTime;
  readonly awaited: AwaitedDelivery;
  /** When its last import became visible; null where none ever did. */
  readonly lastImportAt: string | null;
}

/** A feed, and since when the present rhythm has been promised. */
export interface Promised {
  readonly feed: Feed;
  readonly since: Date;
}

/**
 * Every feed that is switched on and has a rhythm, with what is waited for. A feed that was paused is expected from the
 * moment it was taken up again; what was due meanwhile was never missed.
 */
export async function watchedFeeds(
  warehouse: Warehouse,
  { now, holidays }: { readonly now: Date; readonly holidays: HolidayTable },
): Promise<WatchedFeed[]> {
  const versions = await warehouse.rows(dataFeedVersions());
  if (promised(versions).length === 0) return [];
  const newest: readonly NewestOfFeed[] = await warehouse.rows(newestImportsByFeed());
  return feedsAt(now, { versions, newest, holidays, timeZone: warehouse.timeZone });
}

/** The same from what is known of feeds at a moment: their versions so far, and the newest import of each. */
export function feedsAt(
  now: Date,
  known: {
    readonly versions: readonly DataFeedVersion[];
    readonly newest: readonly Pick<NewestOfFeed, 'feed' | 'finishedAt'>[];
    readonly holidays: HolidayTable;
    readonly timeZone: string;
  },
): WatchedFeed[] {
  const zone = zoneOf(known.timeZone);
  return promised(known.versions).flatMap(({ feed, since }) => {
    if (feed.rhythm === 'none') return [];
    const last = known.newest.find((one) => one.feed === feed.id)?.finishedAt;
    const promise = wallTimeAt(zone, since);
    const came = { last: last === undefined ? undefined : wallTimeAt(zone, new Date(last)), since: promise };
    const awaited = awaitedDelivery(feed.rhythm, feed.dueBy, came, wallTimeAt(zone, now), known.holidays);
    return [{ feed, since: promise, awaited, lastImportAt: last ?? null }];
  });
}

/** The feeds that are watched at present; the time is that of the version which switched one on or gave it its rhythm. */
export function promised(versions: readonly DataFeedVersion[]): Promised[] {
  const byFeed = new Map<string, Promised>();
  for (const { feed, at } of versions) {
    const before = byFeed.get(feed.id);
    const goesOn = before?.feed.enabled === feed.enabled && before.feed.rhythm === feed.rhythm;
    byFeed.set(feed.id, { feed, since: goesOn ? before.since : new Date(at) });
  }
  return [...byFeed.values()].filter(({ feed }) => feed.enabled && feed.rhythm !== 'none');
}

/** How far all of them and any of them have delivered; undefined for a company that expects no feed. */
export function deliveredBy(feeds: readonly WatchedFeed[]): DeliveredDays | undefined {
  const ends = feeds.map(({ awaited }) => awaited.previous.day).sort();
  const someUntil = ends.at(-1);
  if (someUntil === undefined) return undefined;
  const overdue = feeds.filter(({ awaited }) => awaited.overdue > 0).map(({ awaited }) => awaited.previous.day);
  return { someUntil, wholeUntil: [...overdue, someUntil].sort()[0] ?? someUntil };
}
