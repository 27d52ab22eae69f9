import { addCalendarDays, bucketPlus } from '@tocsin/calendar';
import type { IsoDay, KnownIncident, RuleGrain, Sentence } from '@tocsin/contracts';
import type { Point } from '@tocsin/detection';
import { type Part, sharedDimensions } from './same-part.ts';

/** Something known that makes days unlike others. Days `from ≤ day < until`. */
export interface KnownEvent {
  readonly label: Sentence;
  readonly from: IsoDay;
  readonly until: IsoDay;
  /** Where; empty for the whole company. */
  readonly part: Part;
}

type Cells = Readonly<Record<string, string>>;

/** Incidents, and the days that the company's calendar calls a known event (neighbouring days of one name are one). */
export function knownEvents(incidents: readonly KnownIncident[], calendar: readonly Cells[]): KnownEvent[] {
  const days = calendar
    .flatMap(({ day = '', kind = '', name = '' }) => (kind === 'event' ? [{ day, name }] : []))
    .sort((one, other) => (one.day < other.day ? -1 : 1));
  const marked: KnownEvent[] = [];
  for (const { day, name } of days) {
    const before = marked.at(-1);
    const until = addCalendarDays(day, 1);
    if (before?.until === day && before.label.zh === name) marked[marked.length - 1] = { ...before, until };
    else marked.push({ label: { zh: name, en: name }, from: day, until, part: {} });
  }
  return [...incidents.map(({ label, from, until, slice }) => ({ label, from, until, part: slice })), ...marked];
}

/**
 * The events that concern a series: those of the whole company, and those about the same part of it. The whole company is
 * concerned by the first alone: what happens in one place is a small part of it.
 */
export const eventsOf = (part: Part, events: readonly KnownEvent[]): readonly KnownEvent[] =>
  events.filter((event) => Object.keys(event.part).length === 0 || sharedDimensions(event.part, part) !== undefined);

/** The events that touch the days `from ≤ day < until`, with the days of theirs that lie within. */
export const eventsWithin = (
  events: readonly KnownEvent[],
  { from, until }: { readonly from: IsoDay; readonly until: IsoDay },
): readonly KnownEvent[] =>
  events
    .filter((event) => event.from < until && event.until > from)
    .map((event) => ({
      ...event,
      from: event.from < from ? from : event.from,
      until: event.until > until ? until : event.until,
    }));

/** The points with the buckets of events marked; the same points where none of them is touched. */
export function withEvents(
  points: readonly Point[],
  events: readonly KnownEvent[],
  grain: RuleGrain,
): readonly Point[] {
  const last = points.at(-1);
  if (events.length === 0 || last === undefined) return points;
  const ends = (i: number) => points[i + 1]?.at ?? bucketPlus(last.at, 1, grain);
  return points.map((point, i) => {
    const met = events.find(({ from, until }) => point.at < until && ends(i) > from);
    return met === undefined ? point : { ...point, isEvent: true, event: met.label };
  });
}
