import { dayNumber, daysBetween, isoDay } from '@tocsin/calendar';
import type { IsoDay } from '@tocsin/contracts';
import type { Point } from '@tocsin/detection';
import type { DayCounts } from '@tocsin/warehouse';
import { BUCKET_DAYS, type Grain } from './evaluation-window.ts';

/** Days `from ≤ day ≤ today`, each with whether data cover it. Made once, used for every series over the same days. */
export interface DayGrid {
  readonly from: IsoDay;
  readonly today: IsoDay;
  /** One flag a day; today's is 1. */
  readonly covered: Uint8Array;
  /** So many days from the first on are here from all feeds. */
  readonly wholeDays: number;
  /** First days of the buckets of each grain. */
  readonly starts: Readonly<Record<Grain, readonly IsoDay[]>>;
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
  const first = dayNumber(from);
  const startsOf = (length: number) =>
    Array.from({ length: Math.ceil(covered.length / length) }, (_, bucket) => isoDay(first + bucket * length));
  const wholeDays = clamp(wholeUntil === undefined ? covered.length : daysBetween(from, wholeUntil), covered.length);
  return {
    from,
    today,
    covered,
    wholeDays,
    starts: { day: startsOf(BUCKET_DAYS.day), week: startsOf(BUCKET_DAYS.week) },
  };
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
  grain: Grain,
  startsOn: IsoDay,
): Point[] {
  const length = BUCKET_DAYS[grain];
  const starts = grid.starts[grain];
  const sums = new Float64Array(starts.length);
  counts.days.forEach((day, i) => {
    const bucket = Math.floor(day / length);
    sums[bucket] = (sums[bucket] ?? 0) + (counts.counts[i] ?? 0);
  });
  const start = Math.max(0, daysBetween(grid.from, startsOn));
  return starts.map((at, bucket) => {
    const { known, complete } = coverage(grid, bucket * length, length, start);
    return { at, count: known > 0 ? (sums[bucket] ?? 0) : null, complete };
  });
}

function coverage({ covered, wholeDays }: DayGrid, first: number, length: number, start: number) {
  let known = 0;
  for (let day = Math.max(first, start); day < first + length && day < covered.length; day += 1)
    known += covered[day] ?? 0;
  // The grid ends today, and today is not over.
  const isOver = first + length < covered.length && first + length <= wholeDays;
  return { known, complete: known === length && isOver };
}
