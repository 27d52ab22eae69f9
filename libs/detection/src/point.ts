import type { IsoDay, Sentence } from '@tocsin/contracts';

/** One bucket of a series, as a detector wants it: oldest first, none left out. */
export interface Point {
  /** First day of the bucket. */
  readonly at: IsoDay;
  /** Cases in the bucket. 0 is a quiet bucket; null means that no data cover it. Never one for the other. */
  readonly count: number | null;
  /** False while the bucket still runs, or where data cover only part of it: more may come, so it may only exceed. */
  readonly complete: boolean;
  /** What the cases come from, such as policies in force; detectors that know exposure expect in proportion to it. */
  readonly exposure?: number;
  /** A known event (a catastrophe, a past outbreak): judged like any other, but no part of a baseline. */
  readonly isEvent?: boolean;
  /** What the event is called, for people. */
  readonly event?: Sentence;
  /** The share of the bucket's cases that has arrived by now, 0 to 1, from the delays of late reports. Default 1. */
  readonly maturity?: number;
  /** The first bucket after one without data may hold what was held up: see `markRecovery`. */
  readonly isRecovery?: boolean;
}

/** Whether a bucket may be part of a baseline: all of its data are there, and nothing known was wrong with it. */
export function isUsable({ complete, count, isEvent, isRecovery, maturity = 1 }: Point): boolean {
  return complete && count !== null && isEvent !== true && isRecovery !== true && maturity >= 1;
}

/** Marks the first bucket after each gap as recovering. A series that begins with a gap has nothing to recover from. */
export function markRecovery(series: readonly Point[]): readonly Point[] {
  return series.map((point, index) => {
    const isAfterGap = point.count !== null && index > 0 && series[index - 1]?.count === null;
    return isAfterGap ? { ...point, isRecovery: true } : point;
  });
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
