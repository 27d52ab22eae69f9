import { addCalendarDays, addMonths, bucketStart, dayNumber, daysBetween, springFestival } from '@tocsin/calendar';
import type { IsoDay, Sentence, Verdict } from '@tocsin/contracts';
import { judge, tooLittleHistory } from './judge.ts';
import { type Point, isUsable } from './point.ts';

export interface ChangeOptions {
  readonly against: 'previous' | 'year-before' | 'lunar';
  readonly factor: number;
  /** A rise from fewer cases is a story, not a ratio. */
  readonly fewestBefore: number;
}

export const changeDefaults: ChangeOptions = { against: 'previous', factor: 2, fewestBefore: 10 };

type Grain = 'day' | 'week' | 'month' | 'quarter';

/** Fifty-two weeks: the same weekday a year earlier. */
const YEAR_OF_WEEKS = 364;
/** A ratio that is equal but for the last bits is reached. */
const ROUNDING = 1e-9;

/**
 * A rise against another bucket: the one before, the same a year earlier, or the one equally far from last year's Spring
 * Festival.
 *
 * Shape   one verdict per point. `expected` is what the other bucket held (less where not all of this one has arrived).
 * Upper   just below `factor` × that: reaching it is an excess. Score: count ÷ (factor × that). No chance: an order.
 * Edge    the other bucket without data, incomplete or before the series: `too-little-history`. Fewer than `fewestBefore`
 *         there: never an excess, and the verdict says so. A year earlier is 52 weeks for days and weeks, so that weekdays
 *         stay together, and the same months else; buckets of months and quarters have no lunar counterpart and are compared
 *         with the same a year earlier.
 */
export function change(series: readonly Point[], given: Partial<ChangeOptions> = {}): Verdict[] {
  const { against, factor, fewestBefore } = { ...changeDefaults, ...given };
  const grain = grainOf(series);
  const byDay = new Map(series.map((point) => [point.at, point]));
  return series.map((point, index) => {
    const other = against === 'previous' ? series[index - 1] : byDay.get(counterpart(point.at, against, grain));
    if (other?.count === undefined || other.count === null || !isUsable(other)) return tooLittleHistory(point, 0, 1);
    const before = other.count * (point.maturity ?? 1);
    return judge(point, {
      expected: before,
      upper: factor * before * (1 - ROUNDING) - ROUNDING,
      chance: () => null,
      score: (count) => (before > 0 ? count / (factor * before) : 0),
      leftOut: 0,
      hold: other.count < fewestBefore ? smallBase(other.count, fewestBefore) : null,
    });
  });
}

function grainOf([first, second]: readonly Point[]): Grain {
  const days = first === undefined || second === undefined ? 1 : daysBetween(first.at, second.at);
  if (days > 31) return 'quarter';
  if (days > 7) return 'month';
  return days > 1 ? 'week' : 'day';
}

function counterpart(at: IsoDay, against: 'year-before' | 'lunar', grain: Grain): IsoDay {
  if (grain === 'month' || grain === 'quarter') return addMonths(at, -12);
  if (against === 'year-before') return addCalendarDays(at, -YEAR_OF_WEEKS);
  const year = Number(at.slice(0, 4));
  const [now, then] = [springFestival(year), springFestival(year - 1)];
  if (now === undefined || then === undefined) return addCalendarDays(at, -YEAR_OF_WEEKS);
  const same = addCalendarDays(at, dayNumber(then) - dayNumber(now));
  // The week that holds the most of it is the one that holds its middle.
  return grain === 'week' ? bucketStart(addCalendarDays(same, 3), 'week') : same;
}

export const smallBase = (before: number, fewest: number): Sentence => ({
  zh: `比较期只有 ${before} 件, 不足 ${fewest} 件, 未作判断`,
  en: `only ${before} in the period compared with, fewer than ${fewest}: not judged`,
});
