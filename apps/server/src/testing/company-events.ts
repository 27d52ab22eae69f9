import { addCalendarDays, bucketStart, daysBetween } from '@tocsin/calendar';
import { type KnownIncident, type Slice, dimensions } from '@tocsin/contracts';
import type { EventKind, LabelledEvent } from '@tocsin/synthetic';
import { incidentsOf as metBy } from '../backtest/met-incidents.ts';
import type { JudgedYear, Shown } from './company-year.ts';

/** Events that add complaints: each ought to be found. The others must pass without a word. */
export const ADDING: readonly EventKind[] = ['typhoon', 'mis-sold', 'ring', 'drift'];

/** After so many days nothing is put down to a gap or to new codes any more. */
const AFTERMATH_DAYS = 35;

export interface FoundEvent {
  readonly kind: EventKind;
  /** By rule: days from the event's first to the end of the bucket whose warning was the rule's first about it. */
  readonly delays: Readonly<Record<string, number>>;
  /** The shortest of them; undefined where no rule found it. */
  readonly days: number | undefined;
}

/** Which of a year's events were found, and how soon. */
export function foundEvents({ shown, events }: JudgedYear): FoundEvent[] {
  return events.filter(({ kind }) => ADDING.includes(kind)).map((event) => found(event, shown));
}

function found(event: LabelledEvent, shown: readonly Shown[]): FoundEvent {
  const delays: Record<string, number> = {};
  for (const one of shown) {
    if (!isAbout(event, one)) continue;
    delays[one.ruleId] = Math.min(delays[one.ruleId] ?? Infinity, daysBetween(event.from, one.knownOn));
  }
  const all = Object.values(delays);
  return { kind: event.kind, delays, days: all.length === 0 ? undefined : Math.min(...all) };
}

/** Warnings that opened and belong to no event that adds complaints. */
export function openedForNothing({ shown, events }: JudgedYear): Shown[] {
  const adding = events.filter(({ kind }) => ADDING.includes(kind));
  return shown.filter((one) => one.kind === 'opened' && !adding.some((event) => isAbout(event, one)));
}

/** What a branch that sends nothing for some days must not set off: warnings about it, by itself or by line. */
export function openedByGap(year: JudgedYear): Shown[] {
  return aftermath(year, 'gap', ({ slice }, gap) => slice.region === gap.slice.region?.[0]);
}

/** What new codes must not set off: warnings about reasons. */
export function openedByRecoding(year: JudgedYear): Shown[] {
  return aftermath(year, 'taxonomy', ({ slice }) => slice.reason !== undefined);
}

function aftermath(year: JudgedYear, kind: EventKind, concerns: (one: Shown, event: LabelledEvent) => boolean) {
  const event = year.events.find((one) => one.kind === kind);
  if (event === undefined) return [];
  const from = bucketStart(event.from, 'week');
  // A gap ends, new codes stay: what they may set off begins when they do.
  const until = addCalendarDays(kind === 'gap' ? event.until : event.from, AFTERMATH_DAYS);
  return openedForNothing(year).filter((one) => one.bucket >= from && one.bucket < until && concerns(one, event));
}

/** Those of a year's warnings that come without the gap and the new codes as well, in a year that is the same but for them. */
export const comesAnyway = (one: Shown, without: JudgedYear): boolean =>
  without.shown.some(
    ({ ruleId, series, bucket }) => ruleId === one.ruleId && series === one.series && bucket === one.bucket,
  );

/** As a back-test puts warnings down to incidents, but for those of the whole company: they say nothing of where it is. */
function isAbout(event: LabelledEvent, { bucket, grain, slice }: Shown): boolean {
  if (Object.keys(slice).length === 0) return false;
  const warning = { firstBucket: bucket, lastBucket: bucket, grain, slice, contributors: [] };
  return metBy(warning, 'series', incidentsOf(event)).length > 0;
}

/** One incident for each combination of the event's codes. */
function incidentsOf({ kind, from, until, slice, description }: LabelledEvent): KnownIncident[] {
  let slices: Slice[] = [{}];
  for (const dimension of dimensions) {
    const codes = slice[dimension];
    if (codes !== undefined) slices = slices.flatMap((one) => codes.map((code) => ({ ...one, [dimension]: code })));
  }
  return slices.map((one, i) => ({
    ...{ id: `${kind}-${i}`, label: description, from, until, slice: one, origin: 'file', note: '' },
  }));
}
