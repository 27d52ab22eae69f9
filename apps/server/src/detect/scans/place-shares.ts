import type { Place } from './places.ts';

/** Days that a place's share of all is taken from; fewer than half a year are too few. */
const SHARE_DAYS = 364;
const FEWEST_DAYS = 182;
/** Added to a place's cases: one that had none in a year is not one where none can come. */
const HALF_A_CASE = 0.5;

/** The cases of places, and of all together. */
export interface PlaceCases {
  readonly places: readonly Place[];
  readonly whole: Place;
}

/** What part of all cases each place has. */
export type Shares = readonly {
  /** Null where too few days are known. */
  readonly share: number | null;
  /** Whether days of known events are among those that it was taken from: without them there are too few. */
  readonly byAll: boolean;
}[];

/** The shares of the year before the day `end`, without days of events (`usual`) where enough are left; else with them. */
export const sharesOf = (usual: PlaceCases, all: PlaceCases, end: number): Shares =>
  usual.places.map((place, at) => {
    const own = all.places[at] ?? place;
    const share = shareOf(place, usual.whole, end);
    if (share !== null || (own === place && usual.whole === all.whole)) return { share, byAll: false };
    const whole = shareOf(own, all.whole, end);
    return { share: whole, byAll: whole !== null };
  });

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
