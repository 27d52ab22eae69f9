import { bucketPlus, bucketStart, daysBetween } from '@tocsin/calendar';
import type { IsoDay, RuleGrain } from '@tocsin/contracts';
import type { Point } from '@tocsin/detection';
import type { CountsByDay } from './slice-columns.ts';

/** Days `from ≤ day ≤ today`, each with whether data cover it. Made once, used for every series over the same days. */
export interface DayGrid {
  readonly from: IsoDay;
  readonly today: IsoDay;
  /** One flag a day; today's is 1. */
  readonly covered: Uint8Array;
  /** So many days from the first on are here from all feeds. */
  readonly wholeDays: number;
  /** How much of the last days has arrived, by age; days older than it reaches are whole. */
  readonly arrived: readonly number[];
  /** The buckets of each grain that has been asked for. */
  readonly buckets: Map<RuleGrain, Buckets>;
}

/** Consecutive buckets from the one that holds the grid's first day to the one that runs today. */
interface Buckets {
  readonly starts: readonly IsoDay[];
  /** Days from the grid's first to each bucket's first, and to the end of the last. */
  readonly offsets: readonly number[];
  /** How much of each bucket that is over has arrived: the mean of its days. 1 of one that still runs: it may only exceed. */
  readonly maturity: readonly number[];
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
  { wholeUntil, arrived = [] }: { readonly wholeUntil?: IsoDay | undefined; readonly arrived?: readonly number[] } = {},
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
  return { from, today, covered, wholeDays, arrived, buckets: new Map() };
}

function bucketsOf(grid: DayGrid, grain: RuleGrain): Buckets {
  const { from, today, buckets } = grid;
  const known = buckets.get(grain);
  if (known !== undefined) return known;
  const starts: IsoDay[] = [];
  let next = bucketStart(from, grain);
  for (; next <= today; next = bucketPlus(next, 1, grain)) starts.push(next);
  const offsets = [...starts, next].map((start) => daysBetween(from, start));
  const maturity = starts.map((_, place) => maturityOf(grid, offsets[place] ?? 0, offsets[place + 1] ?? 0));
  const made = { starts, offsets, maturity };
  buckets.set(grain, made);
  return made;
}

/** Of days `first ≤ day < end`. */
function maturityOf({ covered, arrived }: DayGrid, first: number, end: number): number {
  const today = covered.length - 1;
  if (end > today || today - end + 1 >= arrived.length) return 1;
  let sum = 0;
  for (let day = first; day < end; day += 1) sum += arrived[today - day] ?? 1;
  return sum / (end - first);
}

const clamp = (index: number, length: number) => Math.min(Math.max(0, index), length);

/**
 * The points of one slice at a grain, oldest first, up to the bucket that runs today.
 *
 * A bucket without a covered day has no count. One with some days not covered, not over yet or not here from all feeds
 * holds what came but is not complete. One that is over but still comes in has a maturity below 1. `startsOn` is the first day on which the slice's codes existed: before it nothing was counted, which is
 * not the same as counting none.
 */
export function pointsOf(counts: CountsByDay, grid: DayGrid, grain: RuleGrain, startsOn: IsoDay): Point[] {
  const { starts, offsets, maturity } = bucketsOf(grid, grain);
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
    const share = maturity[place] ?? 1;
    const point = { at, count: known > 0 ? (sums[place] ?? 0) : null, complete };
    return share < 1 ? { ...point, maturity: share } : point;
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
