import { setImmediate as otherWork } from 'node:timers/promises';
import { type HolidayTable, addCalendarDays, daysBetween } from '@tocsin/calendar';
import type { IsoDay } from '@tocsin/contracts';
import { DailyExpectation } from '@tocsin/detection';
import type { Period } from '@tocsin/warehouse';
import { type Place, sumOf } from './places.ts';

/** What each place should have had: by period (oldest first) and place. */
export interface Baselines {
  /** Places with an expectation; of the others too little history is known. */
  readonly places: readonly Place[];
  readonly tooYoung: readonly string[];
  readonly expected: readonly (readonly number[])[];
  readonly dispersion: number;
}

/** A fit made at the first period serves all of them: a cluster must not become what is expected. */
const NEVER_ANEW = 100_000;
/** Days that a place's share of all is taken from, ending so many days before the first period; fewer than half a year are too few. */
const SHARE_DAYS = 364;
const GUARD_DAYS = 14;
const FEWEST_DAYS = 182;
/** Added to a place's cases: one that had none in a year is not one where none can come. */
const HALF_A_CASE = 0.5;
/** Fewer expected cases say little of how far counts stray. */
const FEWEST_EXPECTED = 1;
/** Fewer misses than this tell no dispersion. */
const FEWEST_MISSES = 20;
/** The tenth that missed by most may be past clusters; the squared misses of pure chance have this mean without theirs. */
const USUAL = 0.9;
const MEAN_OF_USUAL = 0.623;

/** The places and all cases together, by day from `first` on, and what is asked about them. */
export interface History {
  readonly places: readonly Place[];
  readonly whole: Place;
  readonly first: IsoDay;
  readonly periods: readonly Period[];
  readonly before: readonly Period[];
  readonly holidays: HolidayTable;
}

/**
 * What each place should have had: what all of them together should, by the daily regression on the days before (weekday,
 * holiday, season, trend), times the place's share of the year before. A place's own festival of a year ago is a handful of
 * cases, and says less of the next one than everybody's. The dispersion is how far earlier periods missed what would have
 * been expected of them in the same way, at least 1.
 */
export async function historyBaselines(history: History): Promise<Baselines> {
  const { places: all, periods, before } = history;
  const expected = await expectedAt(history, periods);
  const earlier = await expectedAt(history, before);
  const isKnown = all.map((_, place) => expected.every((row) => (row[place] ?? null) !== null));
  const places = all.filter((_, place) => isKnown[place]);
  const misses = before.map((period, at) =>
    all.flatMap((place, i) => {
      const [count, mean] = [sumOf(place, history.first, period), earlier[at]?.[i] ?? null];
      return count === null || mean === null ? [] : [{ count, mean }];
    }),
  );
  return {
    places,
    tooYoung: all.flatMap(({ code }, place) => (isKnown[place] ? [] : [code])),
    expected: expected.map((row) => row.flatMap((value, place) => (isKnown[place] ? [value ?? 0] : []))),
    dispersion: dispersionOf(misses),
  };
}

/** By period and place, all from the days before the first period; null where they are too few. */
async function expectedAt(
  { places, whole, first, holidays }: History,
  periods: readonly Period[],
): Promise<(number | null)[][]> {
  const points = whole.days.map((count, day) => ({ at: addCalendarDays(first, day), count, complete: count !== null }));
  const expectation = new DailyExpectation(points, { calendar: holidays, refitAfter: NEVER_ANEW });
  const together = periods.map(
    ({ from, until }) => expectation.between(daysBetween(first, from), daysBetween(first, until))?.expected ?? null,
  );
  await otherWork();
  const end = daysBetween(first, periods[0]?.from ?? first) - GUARD_DAYS;
  const shares = places.map((place) => shareOf(place, whole, end));
  return together.map((all) => shares.map((share) => (all === null || share === null ? null : all * share)));
}

/** A place's part of all cases on the days before `end` on which both are known. */
function shareOf(place: Place, whole: Place, end: number): number | null {
  let [own, all, days] = [HALF_A_CASE, 1, 0];
  for (let day = Math.max(0, end - SHARE_DAYS); day < end; day += 1) {
    const [count, together] = [place.days[day] ?? null, whole.days[day] ?? null];
    if (count === null || together === null) continue;
    own += count;
    all += together;
    days += 1;
  }
  return days < FEWEST_DAYS ? null : Math.min(1, own / all);
}

/** Baselines raised by what everything did in a period: a rise of the whole is told by other rules. */
export function lifted(
  counts: readonly (readonly number[])[],
  expected: readonly (readonly number[])[],
): { readonly lifts: readonly number[]; readonly baselines: readonly (readonly number[])[] } {
  const lifts = expected.map((row, period) => liftOf(counts[period] ?? [], row));
  return { lifts, baselines: expected.map((row, period) => row.map((value) => value * (lifts[period] ?? 1))) };
}

/** The part of the expectation at either end, of places with the least and the most above it, that says nothing of the whole. */
const APART = 0.25;

/**
 * How much more came than expected at places of the middle: observed ÷ expected over the half between the quarters that fell
 * and rose by most, each place weighing as much as is expected of it. At least 1: a bad week of others proves nothing.
 */
export function liftOf(counts: readonly number[], expected: readonly number[]): number {
  const places = expected
    .flatMap((weight, place) => (weight > 0 ? [{ weight, ratio: (counts[place] ?? 0) / weight }] : []))
    .sort((one, other) => one.ratio - other.ratio);
  const all = places.reduce((sum, { weight }) => sum + weight, 0);
  let [start, sum] = [0, 0];
  for (const { weight, ratio } of places) {
    const end = start + weight;
    const inside = Math.min(end, all * (1 - APART)) - Math.max(start, all * APART);
    sum += Math.max(0, inside) * ratio;
    start = end;
  }
  return all > 0 ? Math.max(1, sum / (all * (1 - 2 * APART))) : 1;
}

/** Squared misses of each period over what was expected, without the tenth that missed by most; 1 where they are too few. */
export function dispersionOf(
  periods: readonly (readonly { readonly count: number; readonly mean: number }[])[],
): number {
  const misses = periods.flatMap((places) => {
    const lift = liftOf(
      places.map(({ count }) => count),
      places.map(({ mean }) => mean),
    );
    const enough = places.filter(({ mean }) => mean >= FEWEST_EXPECTED);
    return enough.map(({ count, mean }) => (count - mean * lift) ** 2 / (mean * lift));
  });
  if (misses.length < FEWEST_MISSES) return 1;
  const usual = misses.sort((a, b) => a - b).slice(0, Math.ceil(misses.length * USUAL));
  return Math.max(1, usual.reduce((sum, miss) => sum + miss, 0) / usual.length / MEAN_OF_USUAL);
}
