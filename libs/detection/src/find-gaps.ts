import { type HolidayTable, addCalendarDays, dayKind } from '@tocsin/calendar';
import type { IsoDay } from '@tocsin/contracts';
import type { Point } from './point.ts';

export interface GapOptions {
  /** A run of empty days less likely than this is a gap. */
  readonly chance?: number;
  /** Weeks before the run that say how many cases each weekday usually brings. */
  readonly weeks?: number;
  /** A silence longer than this is believed: the business has ended, or the code is no longer used. */
  readonly longestDays?: number;
  /**
   * How busy each day was among others of its weekday, 0 … 1, one per day: what the same day brought elsewhere. Without
   * it public holidays count as dead and all other days as full.
   */
  readonly activity?: readonly number[];
  /** Holidays that are not the shipped ones. */
  readonly holidays?: HolidayTable;
}

/** Days `from ≤ day < until`. */
export interface Gap {
  readonly from: IsoDay;
  readonly until: IsoDay;
}

/** Fewer of a weekday than this say nothing about it. */
const FEWEST_WEEKS = 4;

/**
 * Runs of empty days that the series' own history makes impossible: data are missing there, nothing was quiet.
 *
 * Shape   one point per day, oldest first, none left out. Unfinished days, and days that are null already, are no part
 *         of any gap.
 * Test    a run is a gap when exp(−Σ expected) < chance, with the mean of the same weekday over the weeks before the run
 *         (days of earlier gaps left out) as expectation. Offices that close at weekends are thereby never gaps.
 * Edge    without `activity` public holidays lie in a gap if the days around them do, and prove nothing by themselves.
 *         Before four weeks of history nothing is a gap.
 * Cost    O(days) and `weeks` per empty day.
 */
export function findGaps(days: readonly Point[], options: GapOptions = {}): Gap[] {
  const { chance = 1e-4, weeks = 8, longestDays = 56, holidays } = options;
  const activity = options.activity ?? days.map(({ at }) => (dayKind(at, holidays).kind === 'holiday' ? 0 : 1));
  const needed = -Math.log(chance);
  const counts = days.map((day) => (day.complete ? day.count : null));
  const gaps: Gap[] = [];

  for (let start = 0; start < days.length; start += 1) {
    if (counts[start] !== 0) continue;
    let end = start;
    while (counts[end] === 0) end += 1;
    if (end - start <= longestDays && expectedIn(counts, activity, { start, end, weeks }) > needed) {
      gaps.push({ from: dayAt(days, start), until: dayAfter(days, end) });
      counts.fill(null, start, end);
    }
    start = end;
  }
  return gaps;
}

/** Cases that the days of a run should have brought together. */
function expectedIn(
  counts: readonly (number | null)[],
  activity: readonly number[],
  run: { start: number; end: number; weeks: number },
): number {
  let expected = 0;
  for (let i = run.start; i < run.end; i += 1) {
    // The same weekday in the weeks before the run began, however long it is.
    const nearest = i - 7 * Math.ceil((i - run.start + 1) / 7);
    expected += (activity[i] ?? 1) * (usualBefore(counts, nearest, run.weeks) ?? 0);
  }
  return expected;
}

/** The mean of a day's weekday over the weeks up to `index`; undefined where too few of them are known. */
function usualBefore(counts: readonly (number | null)[], index: number, weeks: number): number | undefined {
  const before: number[] = [];
  for (let week = 0; week < weeks; week += 1) {
    const count = counts[index - 7 * week];
    if (typeof count === 'number') before.push(count);
  }
  if (before.length < FEWEST_WEEKS) return undefined;
  return before.reduce((sum, count) => sum + count, 0) / before.length;
}

/**
 * How busy each day of a series was beside the mean of its weekday in the weeks before, at most 1; 1 where that is not
 * known. With it the parts of a whole can be told from its holidays: see `GapOptions.activity`.
 */
export function activityOf(days: readonly Point[], weeks = 8): number[] {
  const counts = days.map(({ count }) => count);
  return counts.map((count, i) => {
    const usual = usualBefore(counts, i - 7, weeks);
    return count === null || usual === undefined || usual === 0 ? 1 : Math.min(1, count / usual);
  });
}

function dayAt(days: readonly Point[], index: number): IsoDay {
  const day = days[index];
  if (day === undefined) throw new RangeError(`findGaps: no day ${index} among ${days.length}.`);
  return day.at;
}

const dayAfter = (days: readonly Point[], end: number): IsoDay => addCalendarDays(dayAt(days, end - 1), 1);
