import { type HolidayTable, addCalendarDays } from '@tocsin/calendar';
import { type Dimension, type ScanRule, counts as countMeasures, type IsoDay } from '@tocsin/contracts';
import type { Period } from '@tocsin/warehouse';
import type { KnownEvent } from '../../circumstances/known-events.ts';
import type { Coverage } from '../covered-days.ts';
import { historyBaselines, lifted } from './baselines.ts';
import { eventsByPlace, saidOfEvents } from './place-events.ts';
import { type Place, type Places, placesOf, sinceTheGap, sumOf } from './places.ts';
import type { CannotScan, LeftOut, Scan, ScanQuestion } from './scan-question.ts';
import { type Searched, searchPlaces } from './search-places.ts';
import type { SliceCounts } from '../slice-columns.ts';

/** Years before the first period that expectations are learned from. */
const YEARS_LEARNED = 3;
/** Organisations are looked at down to this level: below it hardly anything comes in a week. */
const ORGANISATION_LEVEL = 3;

/** By what a scan over something splits the complaints. */
export const splitOver: Readonly<Record<ScanRule['over'], { readonly dimension: Dimension; readonly level?: number }>> =
  {
    regions: { dimension: 'region' },
    cities: { dimension: 'city' },
    organisations: { dimension: 'organisation', level: ORGANISATION_LEVEL },
  };

/** The days whose counts a question needs. */
export function daysNeeded({ periods, before }: Pick<ScanQuestion, 'periods' | 'before'>, firstDay: IsoDay): Period {
  const first = before[0] ?? periods[0];
  const wanted = addCalendarDays(first?.from ?? firstDay, -366 * YEARS_LEARNED);
  return { from: wanted > firstDay ? wanted : firstDay, until: periods.at(-1)?.until ?? firstDay };
}

export const sumOver = ({ measure }: Pick<ScanQuestion, 'measure'>) => countMeasures[measure].numerator;

/** What a question is answered from. */
export interface ScanFigures {
  /** Counts by place and day, counted from the first of `days`. */
  readonly rows: readonly SliceCounts[];
  readonly days: Period;
  readonly firstDay: IsoDay;
  readonly coverage: Coverage;
  readonly holidays: HolidayTable;
  /** Premium or policies by place; not asked for where cases are held against their history. */
  readonly exposure: ReadonlyMap<string, number> | undefined;
  /** What is known to have happened in these days: no part of any history. */
  readonly events: readonly KnownEvent[];
}

/**
 * Looks for clusters: places that together have more than their history or their share of the business explains, against
 * everything that chance brings in so many places and windows.
 *
 * Gaps   the company's: only periods after the newest one, and one more for what was held up, are looked at; a region's: it
 *        is left out. So missing data never make a cluster.
 */
export async function scanPlaces(question: ScanQuestion, figures: ScanFigures): Promise<Scan> {
  const periods = sinceTheGap(question.periods, figures.coverage);
  if (periods.length === 0) return nothing('missing-data', question.periods, []);
  const { leftOut, ...all } = placesOf({ over: question.over, periods }, figures.rows, { ...figures, ...figures.days });
  const given =
    figures.exposure === undefined
      ? await byHistory(question, all, periods, figures)
      : byExposure(all.places, periods, figures);
  const out = [...leftOut, ...given.leftOut];
  const { searched } = given;
  const cannot = cannotOf(all.places, searched, out);
  if (cannot !== null) return nothing(cannot, periods, out);
  const { under, ...found } = await searchPlaces({ ...question, periods }, searched);
  const scan: Scan = {
    ...{ cannot: null, periods, places: searched.codes.length, leftOut: out, dispersion: searched.dispersion },
    ...found,
    under: (alpha) => ({ ...scan, ...under(alpha) }),
  };
  return scan;
}

interface Given {
  readonly searched: Searched;
  readonly leftOut: readonly LeftOut[];
}

async function byHistory(
  { before, over, where }: ScanQuestion,
  all: Pick<Places, 'places' | 'whole'>,
  periods: readonly Period[],
  { days, holidays, events }: ScanFigures,
): Promise<Given> {
  const { dimension } = splitOver[over];
  const hit = eventsByPlace({ dimension, where }, all.places, events, days.from);
  const known = await historyBaselines({ ...all, first: days.from, periods, before, holidays, hit });
  const counts = countsOf(known.places, days.from, periods);
  const { lifts, baselines } = lifted(counts, known.expected);
  return {
    searched: {
      codes: known.places.map(({ code }) => code),
      counts,
      baselines,
      lifts,
      dispersion: known.dispersion,
      given: 'baselines',
      saidOf: (codes) => saidOfEvents(codes, { ...known, hit }),
    },
    leftOut: known.tooYoung.map((code) => ({ code, reason: 'too-little-history' })),
  };
}

function byExposure(all: readonly Place[], periods: readonly Period[], { days, exposure }: ScanFigures): Given {
  const places = all.filter(({ code }) => (exposure?.get(code) ?? 0) > 0);
  const shares = places.map(({ code }) => exposure?.get(code) ?? 0);
  return {
    searched: {
      codes: places.map(({ code }) => code),
      counts: countsOf(places, days.from, periods),
      baselines: periods.map(() => shares),
      lifts: periods.map(() => 1),
      ...{ dispersion: 1, given: 'totals', saidOf: () => null },
    },
    leftOut: all.flatMap((place) =>
      places.includes(place) ? [] : [{ code: place.code, reason: 'no-exposure' as const }],
    ),
  };
}

const countsOf = (places: readonly Place[], first: IsoDay, periods: readonly Period[]) =>
  periods.map((period) => places.map((place) => sumOf(place, first, period) ?? 0));

/** Fewer than two places are no map. Which reason kept most of the others away says why. */
function cannotOf(
  places: readonly Place[],
  { codes, counts, given }: Searched,
  leftOut: readonly LeftOut[],
): CannotScan | null {
  if (codes.length < 2) return mostFrequent(leftOut) ?? (places.length === 0 ? 'no-data' : 'too-few-places');
  const none = counts.every((row) => row.every((count) => count === 0));
  return none && given === 'totals' ? 'no-cases' : null;
}

function mostFrequent(leftOut: readonly LeftOut[]): CannotScan | undefined {
  const times = new Map<CannotScan, number>();
  for (const { reason } of leftOut) if (reason !== 'unknown-place') times.set(reason, (times.get(reason) ?? 0) + 1);
  return [...times].sort(([, one], [, other]) => other - one)[0]?.[0];
}

function nothing(cannot: CannotScan, periods: readonly Period[], leftOut: readonly LeftOut[]): Scan {
  const scan: Scan = {
    ...{ cannot, periods, places: 0, leftOut, dispersion: 1, clusters: [], lowestP: null },
    newestOf: () => ({ observed: 0, expected: 0, upper: 0 }),
    under: () => scan,
  };
  return scan;
}
