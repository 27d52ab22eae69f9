import { addCalendarDays } from '@tocsin/calendar';
import type { RuleDetectorName, RuleGrain } from '@tocsin/contracts';
import type { Point } from '@tocsin/detection';

/** A series that ends with something to be found, and what that is. */
export interface Sample {
  readonly about: string;
  readonly grain: RuleGrain;
  readonly series: readonly Point[];
  /** How many buckets at the end are unusual. */
  readonly unusual: number;
  /** What differs from the defaults. */
  readonly options: object;
}

/** Counts that vary without chance around a level: 8, 10, 12, 9, 11, 8 … for 10. */
const steady = (length: number, level = 10) => Array.from({ length }, (_, i) => level + ((i * 7) % 5) - 2);
const LAST_MONDAY = '2026-11-16';
const LAST_DAY = '2026-11-18';
const ending = (last: string, step: number, counts: readonly number[]): Point[] =>
  counts.map((count, i) => ({ at: addCalendarDays(last, step * (i + 1 - counts.length)), count, complete: true }));
const weeks = (...counts: readonly number[]) => ending(LAST_MONDAY, 7, counts);

/** Three years of days, 20 or so a workday and 8 a weekend, then a Wednesday. */
function days(newest: number): Point[] {
  return ending(LAST_DAY, 1, [...steady(3 * 365, 20), newest]).map((point, i, all) => {
    const weekday = (new Date(`${point.at}T00:00:00Z`).getUTCDay() + 6) % 7;
    return i === all.length - 1 || weekday < 5 ? point : { ...point, count: 8 };
  });
}

/** A year and more of days with a case every twentieth, then so many in one. */
function rareDays(newest: number): Point[] {
  const quiet = Array.from({ length: 440 }, (_, i) => (i % 20 === 7 ? 1 : 0));
  return ending(LAST_DAY, 1, [...quiet, newest]);
}

const spike = (about: string, history: number, newest: number): Omit<Sample, 'options'> => ({
  ...{ about, grain: 'week', unusual: 1, series: weeks(...steady(history), newest) },
});
const AROUND = 'weeks of 8 to 12 cases';

/** One sample for each detector that judges a series by itself. */
export const gallerySamples: Readonly<Record<Exclude<RuleDetectorName, 'peer-median'>, Sample>> = {
  threshold: { ...spike(`${AROUND}, then one of 25`, 30, 25), options: { atLeast: 20, level: 'orange' } },
  'above-expected': {
    ...{ about: `60 ${AROUND}, then three of 20`, grain: 'week', unusual: 3, options: {} },
    series: weeks(...steady(60), 20, 20, 20),
  },
  change: { ...spike(`${AROUND}, then one of 25`, 30, 25), options: {} },
  'ears-c1': { ...spike(`28 ${AROUND}, then one of 25`, 28, 25), options: {} },
  'ears-c2': { ...spike(`30 ${AROUND}, then one of 25`, 30, 25), options: {} },
  'ears-c3': {
    ...{ about: `30 ${AROUND}, then 14, 15 and 15`, grain: 'week', unusual: 3, options: {} },
    series: weeks(...steady(30), 14, 15, 15),
  },
  'farrington-flexible': { ...spike(`five years of ${AROUND}, then one of 25`, 265, 25), options: {} },
  'farrington-1996': { ...spike(`four years of ${AROUND}, then one of 25`, 212, 25), options: {} },
  'daily-regression': {
    ...{ about: 'three years of 18 to 22 cases a workday and 8 a weekend day, then a Wednesday of 45', grain: 'day' },
    ...{ series: days(45), unusual: 1, options: {} },
  },
  'slow-drift': {
    ...{ about: `104 ${AROUND}, then ten of 14 to 18`, grain: 'week', unusual: 10, options: {} },
    series: weeks(...steady(104), ...steady(10, 16)),
  },
  'glr-cusum': {
    ...{ about: `104 ${AROUND}, then six of 14 to 18`, grain: 'week', unusual: 6, options: {} },
    series: weeks(...steady(104), ...steady(6, 16)),
  },
  'rare-events': {
    ...{ about: '440 days with a case every twentieth, then a day of 3', grain: 'day', unusual: 1, options: {} },
    series: rareDays(3),
  },
};
