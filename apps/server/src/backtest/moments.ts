import { addCalendarDays, dayNumber, dueTimes } from '@tocsin/calendar';
import type { IsoDay } from '@tocsin/contracts';
import { type Zone, zoneOf } from '@tocsin/ingestion';
import { type DataFeedVersion, STILL_KNOWN } from '@tocsin/warehouse';
import { promised } from '../feeds/feed-watch.ts';
import { instantOf } from '../feeds/wall-clock.ts';
import { type KnowledgePlan, secondsOf } from './knowledge.ts';

/**
 * The moments of a past time at which anything may have been judged differently, in unix seconds, ascending: a day
 * began, data came or went, a table or a feed changed, a delivery was due. `from` and `until` in unix seconds.
 */
export function momentsOf(
  {
    from,
    until,
    days,
  }: {
    readonly from: number;
    readonly until: number;
    readonly days: { readonly from: IsoDay; readonly until: IsoDay };
  },
  known: {
    readonly plan: Pick<KnowledgePlan, 'live' | 'deliveries' | 'roundTo'>;
    readonly tables: readonly number[];
    readonly feeds: readonly DataFeedVersion[];
    readonly timeZone: string;
    /** Times of day at which the hours of a rule begin. */
    readonly hours: readonly string[];
  },
): number[] {
  const zone = zoneOf(known.timeZone);
  const midnights = eachDay(days).map((day) => zone.moment(dayNumber(day), 0));
  const arrivals = [...known.plan.live, ...known.plan.deliveries].flatMap(({ knownFrom, knownUntil }) =>
    knownUntil < STILL_KNOWN ? [knownFrom, knownUntil] : [knownFrom],
  );
  const rounded = arrivals.map((at) => Math.ceil(at / known.plan.roundTo) * known.plan.roundTo);
  const due = dueMoments(known.feeds, days, zone);
  const begun = known.hours.flatMap((time) =>
    eachDay(days).map((day) => Date.parse(instantOf(zone, { day, time })) / 1000),
  );
  const changedFeeds = known.feeds.map(({ at }) => secondsOf(at));
  const all = [...begun, ...midnights, ...rounded, ...known.tables, ...due, ...changedFeeds];
  return [...new Set(all)].filter((at) => at >= from && at < until).sort((one, other) => one - other);
}

/** Due times of every rhythm that a feed ever had. Holidays make some of them none: looking once more changes nothing. */
function dueMoments(versions: readonly DataFeedVersion[], days: { from: IsoDay; until: IsoDay }, zone: Zone): number[] {
  const rhythms = new Map(
    versions.flatMap((version) =>
      promised([version]).map(({ feed }) => [`${feed.rhythm} ${feed.dueBy}`, feed] as const),
    ),
  );
  return [...rhythms.values()].flatMap(({ rhythm, dueBy }) =>
    rhythm === 'none'
      ? []
      : dueTimes(rhythm === 'workdays' ? 'daily' : rhythm, dueBy, { from: days.from, to: days.until }).map(
          (due) => Date.parse(instantOf(zone, due)) / 1000,
        ),
  );
}

function eachDay({ from, until }: { readonly from: IsoDay; readonly until: IsoDay }): IsoDay[] {
  const days: IsoDay[] = [];
  for (let day = from; day < until; day = addCalendarDays(day, 1)) days.push(day);
  return days;
}
