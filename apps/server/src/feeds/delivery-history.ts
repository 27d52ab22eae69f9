import { type WallTime, addCalendarDays, dueTimes, isUpTo } from '@tocsin/calendar';
import type { DeliveryHistory } from '@tocsin/contracts';
import { zoneOf } from '@tocsin/ingestion';
import { type NewestOfFeed, type Warehouse, deliveriesOfFeed } from '@tocsin/warehouse';
import type { HolidayTable } from '@tocsin/calendar';
import type { WatchedFeed } from './feed-watch.ts';
import { instantOf, wallTimeAt } from './wall-clock.ts';

/** Due times shown, the one that is awaited included. */
const SHOWN = 15;
/** Days that hold so many due times of any rhythm, and the one before. */
const LOOK_BACK_DAYS = { hourly: 3, daily: 20, workdays: 60, weekly: 120, monthly: 500 } as const;

/** How a watched feed has delivered of late, due time by due time, the newest first. */
export async function deliveryHistory(
  warehouse: Warehouse,
  { feed, since: promise, awaited, lastImportAt }: WatchedFeed,
  { now, holidays }: { readonly now: Date; readonly holidays: HolidayTable },
): Promise<DeliveryHistory | null> {
  if (feed.rhythm === 'none') return null;
  const zone = zoneOf(warehouse.timeZone);
  const wall = wallTimeAt(zone, now);
  const back = LOOK_BACK_DAYS[feed.rhythm];
  const days = { from: addCalendarDays(wall.day, -back), to: addCalendarDays(wall.day, back) };
  const all = dueTimes(feed.rhythm, feed.dueBy, days, holidays);
  const next = all.findIndex((due) => !isUpTo(due, wall));
  // What comes early serves the next one: it is shown, and nothing after it.
  const shown = all.slice(Math.max(1, next - SHOWN + 1), next + 1);
  const since = new Date(instantOf(zone, all[0] ?? wall));
  const came = (await warehouse.rows(deliveriesOfFeed({ feed: feed.id, since }))).map((one) => ({
    ...one,
    at: wallTimeAt(zone, new Date(one.finishedAt)),
  }));
  const deliveries = shown.flatMap((due) => {
    const served = servedBy(came, all[all.indexOf(due) - 1], due);
    // What was due before anything was promised was never missed.
    if (served === undefined && !isUpTo(promise, due)) return [];
    const state = isUpTo(due, wall) ? ('missed' as const) : ('awaited' as const);
    return [{ due: instantOf(zone, due), ...(served ?? { state, deliveredAt: null, importId: null }) }];
  });
  return {
    ...{ label: feed.label, rhythm: feed.rhythm, overdue: awaited.overdue, lastImportAt },
    deliveries: deliveries.reverse(),
  };
}

/** The first import after the due time before and up to this one. */
function servedBy(
  came: readonly (NewestOfFeed & { readonly at: WallTime })[],
  before: WallTime | undefined,
  due: WallTime,
) {
  const one = came.find(({ at }) => before !== undefined && !isUpTo(at, before) && isUpTo(at, due));
  return one && { state: 'delivered' as const, deliveredAt: one.finishedAt, importId: one.importId };
}
