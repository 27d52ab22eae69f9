import type { PlaceEvents } from './place-events.ts';
import { type PlaceCases, type Shares, sharesOf } from './place-shares.ts';
import type { Place } from './places.ts';

/** With more of all cases than this missing, the others do not tell what all would have been. */
const MOST_MISSING = 0.5;
/** Shares and the days filled by them depend on each other; each round misses by the part that is filled of what the last one did. */
const ROUNDS = 5;

/**
 * What there was without known events: places without the days on which one hit them, and all cases of such a day as the
 * places that were not hit tell them: theirs ÷ their share of all. So a day that counts is as it was, weekday and season in
 * it, and a catastrophe of one place neither raises what is expected of all nor lowers the shares of others.
 *
 * Edge    a day on which places with more than half of all cases were hit is none of the whole either. The same cases
 *         where no event hit anything.
 */
export function usualDays(cases: PlaceCases, hit: ReadonlyMap<string, PlaceEvents>, end: number): PlaceCases {
  if (hit.size === 0) return cases;
  const places = cases.places.map((place) => {
    const isHit = hit.get(place.code)?.isHit;
    return isHit === undefined ? place : { ...place, days: place.days.map((n, day) => (isHit[day] === 1 ? null : n)) };
  });
  let whole = cases.whole;
  for (let round = 0; round < ROUNDS; round += 1) {
    const shares = sharesOf({ places, whole }, cases, end);
    whole = filled(cases, hit, shares);
  }
  return { places, whole };
}

function filled({ places, whole }: PlaceCases, hit: ReadonlyMap<string, PlaceEvents>, shares: Shares): Place {
  const affected = places.flatMap(({ code, days }, place) => {
    const isHit = hit.get(code)?.isHit;
    return isHit === undefined ? [] : [{ days, isHit, share: shares[place]?.share ?? 0 }];
  });
  return {
    ...whole,
    days: whole.days.map((all, day) => {
      if (all === null) return null;
      let [others, missing] = [all, 0];
      for (const { days, isHit, share } of affected) {
        const count = isHit[day] === 1 ? (days[day] ?? null) : null;
        if (count === null) continue;
        others -= count;
        missing += share;
      }
      if (missing === 0) return others;
      return missing > MOST_MISSING ? null : others / (1 - missing);
    }),
  };
}
