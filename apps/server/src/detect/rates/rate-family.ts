import type { HolidayTable } from '@tocsin/calendar';
import { bucketPlus, bucketStart } from '@tocsin/calendar';
import type { IsoDay, Slice } from '@tocsin/contracts';
import type { RatePoint } from '@tocsin/detection';
import type { DeliveredDays, RatesOfSlice, RatesQuestion } from '@tocsin/warehouse';
import { partOf } from '../../circumstances/circumstances.ts';
import { type KnownEvent, eventsOf } from '../../circumstances/known-events.ts';
import { findUncovered } from '../covered-days.ts';
import { pointsOf } from '../day-grid.ts';
import { gridsOver, sliceOf } from '../family-of-rule.ts';
import type { CountsReader } from '../kept-counts.ts';
import { seriesKey } from '../rule-signals.ts';
import { PER_YEAR, type RateRule } from './rate-rule.ts';
import { ratePoints } from './rate-points.ts';

/** One series of a rate rule, with the buckets before the first judged one that it is compared with. */
export interface RateSeries {
  readonly key: string;
  readonly slice: Slice;
  readonly points: readonly RatePoint[];
}

/** What is known of a moment besides the figures. */
export interface RatesKnown {
  readonly today: IsoDay;
  readonly firstDay: IsoDay;
  readonly delivered: DeliveredDays | undefined;
  readonly holidays: HolidayTable;
  /** What is known to have happened. */
  readonly events: readonly KnownEvent[];
}

/** Of the whole company, with codes told as they are at the moment that is asked about. */
export type RatesAsked = Omit<RatesQuestion, 'scope' | 'translation'>;

/** Where the figures are read. */
export interface RateReaders {
  readonly rates: (asked: RatesAsked) => Promise<readonly RatesOfSlice[]>;
  readonly counts: CountsReader;
}

/** Nothing of a slice in any month. */
const NOTHING: RatesOfSlice = { codes: [], months: [], cases: [], exposure: [] };

/** Years that are read where the same bucket of a year earlier may lie in a known event: one of them may stand for it. */
const YEARS_BEFORE_EVENTS = 3;

/** How many buckets before the first judged one are read: a year. */
const readBefore = ({ grain, detector }: RateRule, events: readonly KnownEvent[]): number =>
  PER_YEAR[grain] *
  (detector.name === 'change' && detector.against !== 'previous' && events.length > 0 ? YEARS_BEFORE_EVENTS : 1);

/**
 * The series of a rate rule from a bucket on, with what they are compared with before it: one per slice that has cases or exposure. The bucket
 * that runs today is not among them: its exposure is not known before it is over.
 */
export async function rateFamily(
  { rates, counts }: RateReaders,
  rule: RateRule,
  { from: first, today, firstDay, events, ...known }: RatesKnown & { readonly from: IsoDay },
): Promise<RateSeries[]> {
  const { measure, basis, where, split, grain } = rule;
  const from = bucketPlus(first, -readBefore(rule, events), grain);
  const until = bucketStart(today, grain);
  const [found, coverage] = await Promise.all([
    rates({ measure, filter: { ...where, basis }, split, from, until }),
    findUncovered(counts, { ...known, from, today, firstDay }),
  ]);
  const grids = gridsOver(from, { today, firstDay, coverage });
  const rows = split.length === 0 && found.length === 0 ? [NOTHING] : found;
  return rows.flatMap((row) => {
    const slice = sliceOf(rule, row);
    // What was not filled in is not a place or a line.
    if (Object.values(slice).includes('')) return [];
    const buckets = pointsOf({ days: [], counts: [] }, grids(slice.region), grain, firstDay);
    const over = buckets.filter(({ at }) => at < until);
    const own = eventsOf(partOf(where, slice), events);
    return [{ key: seriesKey(slice), slice, points: ratePoints(rule, row, over, own) }];
  });
}

/** Buckets that are looked at in every run: exposure comes late and is corrected, medians come months later. */
const LOOKED_AT = { month: 13, quarter: 6 } as const;

/** The first bucket of a rate rule that is judged; as far back as history is asked for. */
export function ratedFrom({ grain }: RateRule, today: IsoDay, since: IsoDay | undefined): IsoDay {
  const recent = bucketPlus(bucketStart(today, grain), -LOOKED_AT[grain], grain);
  const asked = since === undefined ? recent : bucketStart(since, grain);
  return asked < recent ? asked : recent;
}
