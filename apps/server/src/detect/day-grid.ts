import { bucketPlus, bucketStart, daysBetween } from '@tocsin/calendar';
import type { IsoDay, RuleGrain } from '@tocsin/contracts';
import type { Point } from '@tocsin/detection';
import type { DayCounts } from '@tocsin/warehouse';

/** Days `from ≤ day ≤ today`, each with whether data cover it. Made once, used for every series over the same days. */
export interface DayGrid {
  readonly from: IsoDay;
  readonly today: IsoDay;
  /** One flag a day; today's is 1. */
  readonly covered: Uint8Array;
  /** So many days from the first on are here from all feeds. */
  readonly wholeDays: number;
  /** The buckets of each grain that has been asked for. */
  readonly buckets: Map<RuleGrain, Buckets>;
}

/** Consecutive buckets from the one that holds the grid's first day to the one that runs today. */
interface Buckets {
  readonly starts: readonly IsoDay[];
  /** Days from the grid's first to each bucket's first, and to the end of the last. */
  readonly offsets: readonly number[];
}

interface Uncovered {
  readonly from: IsoDay;
  readonly until: IsoDay;
}

/** A grid whose days are covered from `firstDay` on, except in the gaps; from `wholeUntil` on in part. */
export function dayGrid(
  from: IsoDay,
  today: IsoDay,
  firstDay: IsoDay,
  gaps: readonly Uncovered[],
  wholeUntil?: IsoDay,
): DayGrid {
  const covered = new Uint8Array(daysBetween(from, today) + 1).fill(1);
  covered.fill(0, 0, clamp(daysBetween(from, firstDay), covered.length));
  for (const gap of gaps) {
    covered.fill(
      0,
      clamp(daysBetween(from, gap.from), covered.length),
      clamp(daysBetween(from, gap.until), covered.length),
    );
  }
  const wholeDays = clamp(wholeUntil === undefined ? covered.length : daysBetween(from, wholeUntil), covered.length);
  return { from, today, covered, wholeDays, buckets: new Map() };
}

function bucketsOf({ from, today, buckets }: DayGrid, grain: RuleGrain): Buckets {
  const known = buckets.get(grain);
  if (known !== undefined) return known;
  const starts: IsoDay[] = [];
  let next = bucketStart(from, grain);
  for (; next <= today; next = bucketPlus(next, 1, grain)) starts.push(next);
  const made = { starts, offsets: [...starts, next].map((start) => daysBetween(from, start)) };
  buckets.set(grain, made);
  return made;
}

const clamp = (index: number, length: number) => Math.min(Math.max(0, index), length);

/**
 * The points of one slice at a grain, oldest first, up to the bucket that runs today.
 *
 * A bucket without a covered day has no count. One with some days not covered, not over yet or not here from all feeds
 * holds what came but is not complete. `startsOn` is the first day on which the slice's codes existed: before it nothing was counted, which is
 * not the same as counting none.
 */
export function pointsOf(
  counts: Pick<DayCounts, 'days' | 'counts'>,
  grid: DayGrid,
  grain: RuleGrain,
  startsOn: IsoDay,
): Point[] {
  const { starts, offsets } = bucketsOf(grid, grain);
  const sums = new Float64Array(starts.length);
  let bucket = 0;
  counts.days.forEach((day, i) => {
    if (day < (offsets[bucket] ?? 0)) bucket = 0;
    while (day >= (offsets[bucket + 1] ?? Infinity)) bucket += 1;
    sums[bucket] = (sums[bucket] ?? 0) + (counts.counts[i] ?? 0);
  });
  const start = Math.max(0, daysBetween(grid.from, startsOn));
  return starts.map((at, place) => {
    const { known, complete } = coverage(grid, offsets[place] ?? 0, offsets[place + 1] ?? 0, start);
    return { at, count: known > 0 ? (sums[place] ?? 0) : null, complete };
  });
}

/** Covered days of `first ≤ day < end`. */
function coverage({ covered, wholeDays }: DayGrid, first: number, end: number, start: number) {
  let known = 0;
  for (let day = Math.max(0, first, start); day < end && day < covered.length; day += 1) known += covered[day] ?? 0;
  // The grid ends today, and today is not over.
  const isOver = end < covered.length && end <= wholeDays;
  return { known, complete: known === end - first && isOver };
}
