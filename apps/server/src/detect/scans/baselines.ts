import { setImmediate as otherWork } from 'node:timers/promises';
import { type HolidayTable, addCalendarDays, daysBetween } from '@tocsin/calendar';
import type { IsoDay } from '@tocsin/contracts';
import { DailyExpectation } from '@tocsin/detection';
import type { Period } from '@tocsin/warehouse';
import type { PlaceEvents } from './place-events.ts';
import { type PlaceCases, sharesOf } from './place-shares.ts';
import { type Place, sumOf } from './places.ts';
import { usualDays } from './usual-days.ts';

/** What each place should have had: by period (oldest first) and place. */
export interface Baselines {
  /** Places with an expectation; of the others too little history is known. */
  readonly places: readonly Place[];
  readonly tooYoung: readonly string[];
  readonly expected: readonly (readonly number[])[];
  readonly dispersion: number;
  /** Places for which too little was left without known events: what is expected of them was learned with these. */
  readonly byAll: ReadonlySet<string>;
  /** The day, counted from the first of the history, before which what was learned from ends. */
  readonly end: number;
}

/** A fit made at the first period serves all of them: a cluster must not become what is expected. */
const NEVER_ANEW = 100_000;
/** What is learned from ends so many days before the first period. */
const GUARD_DAYS = 14;
/** Fewer expected cases say little of how far counts stray. */
const FEWEST_EXPECTED = 1;
/** Fewer misses than this tell no dispersion. */
const FEWEST_MISSES = 20;
/** The tenth that missed by most may be past clusters; the squared misses of pure chance have this mean without theirs. */
const USUAL = 0.9;
const MEAN_OF_USUAL = 0.623;

/** The places and all cases together, by day from `first` on, and what is asked about them. */
export interface History extends PlaceCases {
  readonly first: IsoDay;
  readonly periods: readonly Period[];
  readonly before: readonly Period[];
  readonly holidays: HolidayTable;
  /** What known events did to places, by code; they are no part of what is learned from. */
  readonly hit: ReadonlyMap<string, PlaceEvents>;
}

/**
 * What each place should have had: what all of them together should, by the daily regression on the days before (weekday,
 * holiday, season, trend), times the place's share of the year before. A place's own festival of a year ago is a handful of
 * cases, and says less of the next one than everybody's. The dispersion is how far earlier periods missed what would have
 * been expected of them in the same way, at least 1. Days of known events are no part of any of it (`usualDays`), but where
 * too little would be left: what is expected of a place is then learned from all of it.
 */
export async function historyBaselines(history: History): Promise<Baselines> {
  const { places: all, first, periods, before, hit } = history;
  const end = endBefore(history, periods);
  const usual = usualDays(history, hit, end);
  const { expected, byAll } = await expectedAt(history, usual, periods);
  const earlier = await expectedAt(history, usual, before);
  const isKnown = all.map((_, place) => expected.every((row) => (row[place] ?? null) !== null));
  const missesOf = ({ places }: PlaceCases) =>
    before.map((period, at) =>
      places.flatMap((place, i) => {
        const [count, mean] = [sumOf(place, first, period), earlier.expected[at]?.[i] ?? null];
        return count === null || mean === null ? [] : [{ count, mean }];
      }),
    );
  return {
    places: all.filter((_, place) => isKnown[place]),
    tooYoung: all.flatMap(({ code }, place) => (isKnown[place] ? [] : [code])),
    expected: expected.map((row) => row.flatMap((value, place) => (isKnown[place] ? [value ?? 0] : []))),
    dispersion: dispersionOf(missesOf(usual)) ?? dispersionOf(missesOf(history)) ?? 1,
    ...{ byAll, end },
  };
}

const endBefore = ({ first }: History, periods: readonly Period[]) =>
  daysBetween(first, periods[0]?.from ?? first) - GUARD_DAYS;

/** By period and place, all from the days before the first period; null where they are too few. */
async function expectedAt(
  history: History,
  usual: PlaceCases,
  periods: readonly Period[],
): Promise<{ readonly expected: (number | null)[][]; readonly byAll: ReadonlySet<string> }> {
  const together = togetherAt(history, usual.whole, periods);
  const isSilent = usual.whole !== history.whole && together.includes(null);
  const used = isSilent ? togetherAt(history, history.whole, periods) : together;
  await otherWork();
  const shares = sharesOf(usual, history, endBefore(history, periods));
  return {
    expected: used.map((all) => shares.map(({ share }) => (all === null || share === null ? null : all * share))),
    byAll: new Set(history.places.flatMap(({ code }, i) => (isSilent || shares[i]?.byAll ? [code] : []))),
  };
}

/** What all places together should have had in each period; null where too little history is known. */
function togetherAt({ first, holidays }: History, whole: Place, periods: readonly Period[]): (number | null)[] {
  const points = whole.days.map((count, day) => ({
    at: addCalendarDays(first, day),
    // What places without an event tell of all is no whole number.
    count: count === null ? null : Math.round(count),
    complete: count !== null,
  }));
  const expectation = new DailyExpectation(points, { calendar: holidays, refitAfter: NEVER_ANEW });
  return periods.map(
    ({ from, until }) => expectation.between(daysBetween(first, from), daysBetween(first, until))?.expected ?? null,
  );
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

/** Squared misses of each period over what was expected, without the tenth that missed by most, at least 1; undefined where they are too few. */
export function dispersionOf(
  periods: readonly (readonly { readonly count: number; readonly mean: number }[])[],
): number | undefined {
  const misses = periods.flatMap((places) => {
    const lift = liftOf(
      places.map(({ count }) => count),
      places.map(({ mean }) => mean),
    );
    const enough = places.filter(({ mean }) => mean >= FEWEST_EXPECTED);
    return enough.map(({ count, mean }) => (count - mean * lift) ** 2 / (mean * lift));
  });
  if (misses.length < FEWEST_MISSES) return undefined;
  const usual = misses.sort((a, b) => a - b).slice(0, Math.ceil(misses.length * USUAL));
  return Math.max(1, usual.reduce((sum, miss) => sum + miss, 0) / usual.length / MEAN_OF_USUAL);
}
