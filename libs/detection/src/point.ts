import type { IsoDay } from '@tocsin/contracts';

/** One bucket of a series, as a detector wants it: oldest first, none left out. */
export interface Point {
  /** First day of the bucket. */
  readonly at: IsoDay;
  /** Cases in the bucket. 0 is a quiet bucket; null means that no data cover it. Never one for the other. */
  readonly count: number | null;
  /** False while the bucket still runs, or where data cover only part of it: more may come, so it may only exceed. */
  readonly complete: boolean;
}

/** What the history just before a bucket says about it. */
export interface Baseline {
  /** Cases per bucket to expect. */
  readonly mean: number;
  /** Spread of the buckets, never below the floor that was asked for. */
  readonly sd: number;
  /** Buckets that were used. */
  readonly used: number;
  /** Buckets of the window that were left out, for want of data. */
  readonly leftOut: number;
}
