import { type LateReporting, nowcast } from '@tocsin/detection';

/** A day of a bucket: its cases so far, and its age in whole days. */
export interface DaySoFar {
  readonly observed: number;
  readonly age: number;
}

export interface BucketNowcast {
  /** The share of the bucket's cases that has arrived: observed ÷ expected in the end; of a bucket without any, the days' mean. */
  readonly maturity: number;
  /** Null where a bucket is whole, or where nothing of one of its days can have arrived. */
  readonly nowcast: { readonly expected: number; readonly lower: number; readonly upper: number } | null;
}

/** The final count of a bucket from those of its days; how far off its bounds are is added up in squares. */
export function nowcastOfDays(days: readonly DaySoFar[], late: LateReporting): BucketNowcast {
  const found = days.map(({ observed, age }) => ({ observed, told: nowcast(observed, age, late) }));
  const shares = found.map(({ told }) => told?.maturity ?? 0);
  const mean = shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
  if (shares.every((share) => share >= 1)) return { maturity: 1, nowcast: null };
  if (found.some(({ told }) => told === undefined)) return { maturity: mean, nowcast: null };
  const total = (of: (day: (typeof found)[number]) => number) => found.reduce((sum, day) => sum + of(day), 0);
  const expected = total(({ told }) => told?.expected ?? 0);
  const observed = total((day) => day.observed);
  const below = Math.sqrt(total(({ told }) => ((told?.expected ?? 0) - (told?.lower ?? 0)) ** 2));
  const above = Math.sqrt(total(({ told }) => ((told?.upper ?? 0) - (told?.expected ?? 0)) ** 2));
  return {
    maturity: expected > 0 ? observed / expected : mean,
    nowcast: { expected, lower: Math.max(observed, expected - below), upper: expected + above },
  };
}
