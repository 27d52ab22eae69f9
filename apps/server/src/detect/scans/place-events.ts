import { daysBetween } from '@tocsin/calendar';
import { type Dimension, type IsoDay, type Sentence, reportingRegion } from '@tocsin/contracts';
import { joined } from '@tocsin/detection';
import { partOf } from '../../circumstances/circumstances.ts';
import { type KnownEvent, eventsOf } from '../../circumstances/known-events.ts';
import { DAYS, eventsNote } from '../said-of-baseline.ts';
import type { Place } from './places.ts';
import type { ScanQuestion } from './scan-question.ts';

/** What known events did to one place. */
export interface PlaceEvents {
  /** With the day on which each begins, counted as flags are. */
  readonly events: readonly (Pick<KnownEvent, 'label'> & { readonly day: number })[];
  /** One flag a day: whether any of them hit the place. */
  readonly isHit: Uint8Array;
}

/** The events that concern each place, and the days that they hit; of places that none concerns nothing. Events of a region are events of its cities. */
export function eventsByPlace(
  { dimension, where }: { readonly dimension: Dimension; readonly where: ScanQuestion['where'] },
  places: readonly Place[],
  events: readonly KnownEvent[],
  first: IsoDay,
): ReadonlyMap<string, PlaceEvents> {
  if (events.length === 0) return new Map();
  return new Map(
    places.flatMap(({ code, days }) => {
      const own = dimension === 'city' ? { region: reportingRegion(code) } : {};
      const met = eventsOf(partOf(where, { ...own, [dimension]: code }), events).map(({ label, from, until }) => ({
        ...{ label, day: Math.max(0, daysBetween(first, from)), end: Math.max(0, daysBetween(first, until)) },
      }));
      if (met.length === 0) return [];
      const isHit = new Uint8Array(days.length);
      for (const { day, end } of met) isHit.fill(1, day, end);
      return [[code, { events: met, isHit }] as const];
    }),
  );
}

/**
 * What the baseline of some places did without, and why; null where that is nothing. `end`: the day, counted as flags are,
 * before which histories end; `byAll`: the places for which too little was left.
 */
export function saidOfEvents(
  codes: readonly string[],
  {
    hit,
    byAll,
    end,
  }: { readonly hit: ReadonlyMap<string, PlaceEvents>; readonly byAll: ReadonlySet<string>; readonly end: number },
): Sentence | null {
  const without = codes.flatMap((code) => (byAll.has(code) ? [] : (hit.get(code) ?? [])));
  const labels = without.flatMap(({ events }) => events.filter(({ day }) => day < end).map(({ label }) => label));
  let days = 0;
  for (let day = 0; day < end; day += 1) if (without.some(({ isHit }) => isHit[day] === 1)) days += 1;
  const rescued = codes.filter((code) => byAll.has(code)).length;
  return joined([eventsNote(labels, days, DAYS), rescued === 0 ? null : allOfIt(rescued, codes.length)]);
}

function allOfIt(rescued: number, places: number): Sentence {
  const some =
    rescued === places ? { zh: '', en: '' } : { zh: `其中 ${rescued} 处`, en: `of ${rescued} of these places ` };
  return {
    zh: `${some.zh}除去已知事件后历史不足, 改按全部历史判断`,
    en: `${some.en}without known events there is too little history: judged by all of it`,
  };
}
