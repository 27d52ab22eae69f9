import { type HolidayTable, type IsoDay, weekStart, weekday } from '@tocsin/calendar';
import type { CountColumns } from '../farrington/farrington-series.ts';
import type { DailyDesign } from './daily-design.ts';
import { type DailyFitOptions, type Learned, type Prediction, dailyFitter, learnedBefore } from './daily-fit.ts';

/** What the days of one week, Monday to Sunday, should bring: one fit of the days before it. */
export interface WeekBaseline {
  /** Expected cases of each day, per unit of exposure where the series has one; null where its history says nothing of such a day. */
  readonly rates: readonly (number | null)[];
  /** Error of the logarithm of each. */
  readonly errors: readonly (number | null)[];
  /** Variance of a count as a multiple of its mean, at least 1. */
  readonly phi: number;
  /** Days of the history that could not be learned from. */
  readonly leftOut: number;
}

/**
 * Which model it is: raised when it, or the calendar that ships, changes what comes out of the same history, so that nothing
 * fitted by an older one is taken for it (`week-baseline.spec.ts` tells when).
 */
export const DAILY_MODEL = '1';

/** Everything that the baseline of a week depends on: the same gives the same. */
export interface LearnedFrom {
  readonly model: string;
  readonly options: DailyFitOptions;
  readonly calendar: HolidayTable;
  /** The first of the days that are learned from. */
  readonly first: IsoDay;
  readonly own: CountColumns;
  /** Whose holidays are borrowed. */
  readonly lender: CountColumns | undefined;
}

/** Baselines that were fitted before. */
export interface KeptBaselines {
  /** The one of the week that begins with `monday`, if it was learned from exactly this; otherwise what `fit` makes of it. */
  of(monday: IsoDay, from: LearnedFrom, fit: () => WeekBaseline | undefined): WeekBaseline | undefined;
}

export interface WeeklyFits {
  readonly days: readonly IsoDay[];
  /** Asked for with the first fit that is not kept. */
  readonly design: () => DailyDesign;
  readonly own: CountColumns;
  readonly lender: CountColumns | undefined;
  readonly calendar: HolidayTable;
  readonly options: DailyFitOptions;
  readonly kept: KeptBaselines | undefined;
}

const DAYS = [0, 1, 2, 3, 4, 5, 6];

/**
 * What a day should bring by the fit of its week, by its index; undefined where the history is too short or says nothing of
 * such a day. A week is fitted once, whichever of its days is asked for first.
 */
export function weeklyPredictions(fits: WeeklyFits): (index: number) => Prediction | undefined {
  const { days, own, options, kept } = fits;
  const fitWeek = weekFitter(fits);
  const baselineOf = (monday: number, week: IsoDay): WeekBaseline | undefined => {
    const learned = learnedBefore(monday, options);
    if (learned === undefined) return undefined;
    const fit = () => fitWeek(monday);
    return kept === undefined ? fit() : kept.of(week, learnedFrom(fits, learned), fit);
  };
  let last: { readonly monday: number; readonly baseline: WeekBaseline | undefined } | undefined;
  return (index) => {
    const day = days[index] ?? '';
    const place = weekday(day) - 1;
    const monday = index - place;
    if (last?.monday !== monday) last = { monday, baseline: baselineOf(monday, weekStart(day)) };
    return predicted(last.baseline, place, own.exposure?.[index] ?? 1);
  };
}

function predicted(baseline: WeekBaseline | undefined, place: number, exposure: number): Prediction | undefined {
  const [rate, se] = [baseline?.rates[place] ?? null, baseline?.errors[place] ?? null];
  if (baseline === undefined || rate === null || se === null) return undefined;
  return { mean: rate * exposure, se, phi: baseline.phi, leftOut: baseline.leftOut };
}

/** Fits a week by the index of its Monday. */
function weekFitter({ design, own, lender, options }: WeeklyFits): (monday: number) => WeekBaseline | undefined {
  let fitter: ReturnType<typeof dailyFitter> | undefined;
  return (monday) => {
    fitter ??= dailyFitter(design(), options);
    const predict = fitter(own, monday, lender);
    if (predict === undefined) return undefined;
    const found = DAYS.map((day) => predict(monday + day));
    const told = found.find((one) => one !== undefined);
    if (told === undefined) return undefined;
    return {
      rates: found.map((one, day) => (one === undefined ? null : one.mean / (own.exposure?.[monday + day] ?? 1))),
      errors: found.map((one) => one?.se ?? null),
      phi: told.phi,
      leftOut: told.leftOut,
    };
  };
}

function learnedFrom(
  { days, own, lender, calendar, options }: WeeklyFits,
  { start, end, borrows }: Learned,
): LearnedFrom {
  const part = ({ counts, known, exposure }: CountColumns): CountColumns => ({
    ...{ counts: counts.subarray(start, end), known: known.subarray(start, end) },
    exposure: exposure?.subarray(start, end),
  });
  const lent = borrows && lender !== undefined ? part(lender) : undefined;
  return { model: DAILY_MODEL, options, calendar, first: days[start] ?? '', own: part(own), lender: lent };
}
