import { type IsoDay, dayNumber, weekdayOf } from '@tocsin/calendar';
import type { FarringtonOptions } from './farrington-options.ts';
import type { FrameAt } from './farrington-series.ts';
import { type ReferenceFrame, referenceFrame } from './reference-frame.ts';

const DAYS_IN_YEAR = 365.25;

/**
 * Frames by the calendar: the same date in past years, for weeks moved to the nearest day of the
 * weekday that the buckets begin with. A year of 53 weeks then shifts nothing.
 *
 * Shape   `starts` are the first days of all buckets, ascending and without gaps.
 * Edge    undefined where the buckets do not reach back far enough, windows included.
 */
export function framesByDate(starts: readonly IsoDay[], options: FarringtonOptions): FrameAt {
  const numbers = starts.map(dayNumber);
  const indexOf = new Map(numbers.map((number, index) => [number, index]));
  const isWeekly = options.perYear === 52;
  const frames = new Map<number, ReferenceFrame | undefined>();

  function make(index: number): ReferenceFrame | undefined {
    const start = starts[index];
    const number = numbers[index];
    if (start === undefined || number === undefined) return undefined;
    const anchors: number[] = [];
    for (let year = 1; year <= options.years; year += 1) {
      const same = yearsBefore(start, year);
      const anchor = indexOf.get(isWeekly ? nearestWeekday(same, weekdayOf(number)) : same);
      if (anchor === undefined || anchor < options.halfWindow) break;
      anchors.push(index - anchor);
    }
    if (anchors.length < options.fewestYears) return undefined;
    if (isWeekly) return weeklyFrame(anchors, options);
    return referenceFrame(anchors, options, (back) => ((numbers[index - back] ?? number) - number) / DAYS_IN_YEAR);
  }

  return (index) => {
    if (!frames.has(index)) frames.set(index, make(index));
    return frames.get(index);
  };
}

/** The day of that weekday nearest to a day, at most three days away. */
function nearestWeekday(day: number, weekday: number): number {
  return day - 3 + ((weekday - weekdayOf(day - 3) + 7) % 7);
}

/** The number of the same date some years before; 29 February becomes 1 March where there is none. */
function yearsBefore(day: IsoDay, years: number): number {
  const year = Number(day.slice(0, 4)) - years;
  const isLeapDay = day.slice(5) === '02-29' && !(year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  return dayNumber(`${year}-${isLeapDay ? '03-01' : day.slice(5)}`);
}

const weeklyFrames = new Map<string, ReferenceFrame>();

/** Weeks have one length, so there is one frame for each way that 53-week years fall, whatever the series. */
function weeklyFrame(anchors: readonly number[], options: FarringtonOptions): ReferenceFrame {
  const { halfWindow, seasons, guard, harmonics } = options;
  const key = [...anchors, halfWindow, seasons, guard, harmonics].join(' ');
  const known = weeklyFrames.get(key);
  if (known !== undefined) return known;
  const frame = referenceFrame(anchors, options, (back) => (-7 * back) / DAYS_IN_YEAR);
  weeklyFrames.set(key, frame);
  return frame;
}
