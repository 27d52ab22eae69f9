import { addCalendarDays, daysBetween } from '@tocsin/calendar';
import type { IsoDay } from '@tocsin/contracts';

/** How many of a day's cases arrived on one later day. */
export interface DelayCount {
  /** The day the cases belong to. */
  readonly received: IsoDay;
  /** The day they were handed over; one before `received` counts as the same day. */
  readonly arrived: IsoDay;
  readonly count: number;
}

export interface LateReportingOptions {
  /** Whole days after which a day is taken for complete; what comes later still is a correction, not a delay. */
  readonly longest: number;
  /** Days received that are learned from: the newest of them. */
  readonly window: number;
  /** Cases whose delay is known to the end; with fewer nothing is said. */
  readonly fewest: number;
}

export const lateReportingDefaults: LateReportingOptions = { longest: 45, window: 180, fewest: 100 };

/** How a day's cases come in, by the day's age in whole days: index 0 is the day itself, the last is `longest`. */
export interface LateReporting {
  /** F(age): the share of a day's cases that has arrived by the end of that age. Never falls; the last is 1. */
  readonly shares: readonly number[];
  /** Standard error of the logarithm of each share. */
  readonly errors: readonly number[];
  /** How unevenly days come in: variance of what has arrived by that age, as a multiple of the binomial one; ≥ 1. */
  readonly spreads: readonly number[];
}

/**
 * How late cases are reported: F(age) from a histogram of delays that ends today.
 *
 * Why      the newest days have shown only their short delays (right truncation): the plain share of short delays is too
 *          large. Each delay k is therefore compared with the shorter ones of those days alone that are at least k old.
 * Shape    n(k) cases with delay k of N(k) with delay ≤ k, both of days with age ≥ k; the reverse-time hazard is
 *          n(k) ÷ N(k), and F(k − 1) = F(k) · (1 − n(k) ÷ N(k)) from F(longest) = 1. It is the chain ladder, by day.
 * Units    whole days; `today` is the last day whose deliveries are in. What arrived after it is not counted.
 * Edge     days received before the first arrival are history that was handed over afterwards: their delay says nothing.
 *          Undefined with fewer than `fewest` cases of days of full age. Order of the input does not matter.
 * Source   Lagakos, Barraj & De Gruttola (1988), Biometrika 75, 515–523; Kalbfleisch & Lawless (1991), Statist. Sinica 1,
 *          19–32; the error is Greenwood's, as there.
 */
export function lateReporting(
  delays: readonly DelayCount[],
  today: IsoDay,
  given: Partial<LateReportingOptions> = {},
): LateReporting | undefined {
  const { longest, window, fewest } = { ...lateReportingDefaults, ...given };
  const days = byAge(delays, today, { longest, window });
  const full = [...days].filter(([age]) => age >= longest).map(([, counts]) => counts);
  if (full.reduce((sum, counts) => sum + totalOf(counts), 0) < fewest) return undefined;
  const shares = Array.from({ length: longest + 1 }, () => 1);
  const variances = shares.map(() => 0);
  for (let delay = longest; delay > 0; delay -= 1) {
    const { exactly, within } = compared(days, delay);
    const hazard = within > 0 ? exactly / within : 0;
    shares[delay - 1] = (shares[delay] ?? 1) * (1 - hazard);
    const more = hazard < 1 && within > 0 ? exactly / (within * (within - exactly)) : 0;
    variances[delay - 1] = (variances[delay] ?? 0) + more;
  }
  return { shares, errors: variances.map(Math.sqrt), spreads: shares.map((share, age) => spreadOf(full, share, age)) };
}

/** The share of a day's cases that has arrived at an age in days; 0 before the day, 1 from `longest` on. */
export const maturityAt = ({ shares }: Pick<LateReporting, 'shares'>, age: number): number =>
  age < 0 ? 0 : (shares[age] ?? 1);

/** Counts by delay, for each age of a day received. */
function byAge(
  delays: readonly DelayCount[],
  today: IsoDay,
  { longest, window }: Pick<LateReportingOptions, 'longest' | 'window'>,
): Map<number, number[]> {
  const first = delays.reduce((least, { arrived }) => (arrived < least ? arrived : least), today);
  const oldest = addCalendarDays(today, -(window - 1));
  const from = first > oldest ? first : oldest;
  const days = new Map<number, number[]>();
  for (const { received, arrived, count } of delays) {
    const delay = Math.max(0, daysBetween(received, arrived));
    if (received < from || received > today || arrived > today || delay > longest) continue;
    const age = daysBetween(received, today);
    const counts = days.get(age) ?? Array.from({ length: longest + 1 }, () => 0);
    counts[delay] = (counts[delay] ?? 0) + count;
    days.set(age, counts);
  }
  return days;
}

/** Cases with just this delay, and with at most this one, of the days old enough to have shown it. */
function compared(days: ReadonlyMap<number, readonly number[]>, delay: number): { exactly: number; within: number } {
  let [exactly, within] = [0, 0];
  for (const [age, counts] of days) {
    if (age < delay) continue;
    exactly += counts[delay] ?? 0;
    within += totalOf(counts.slice(0, delay + 1));
  }
  return { exactly, within };
}

/** Pearson's χ² of the days of full age against the share, by its degrees of freedom. */
function spreadOf(full: readonly (readonly number[])[], share: number, age: number): number {
  if (share <= 0 || share >= 1 || full.length < 2) return 1;
  let squares = 0;
  for (const counts of full) {
    const total = totalOf(counts);
    if (total > 0) squares += (totalOf(counts.slice(0, age + 1)) - total * share) ** 2 / (total * share * (1 - share));
  }
  return Math.max(1, squares / (full.length - 1));
}

const totalOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
