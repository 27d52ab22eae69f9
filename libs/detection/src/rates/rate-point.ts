import type { IsoDay, Sentence } from '@tocsin/contracts';

/** One bucket of a rate: cases over what they come from. Oldest first, none left out. */
export interface RatePoint {
  /** First day of the bucket. */
  readonly at: IsoDay;
  /** Cases over exposure, in the unit of the measure; null where either is not known, which is not zero. */
  readonly rate: number | null;
  /** What stands above the line; null where no data cover the bucket. */
  readonly cases: number | null;
  /** What stands below it, in the unit in which it is kept; null where that of any part of the bucket is not known. */
  readonly exposure: number | null;
  /** False where the cases are known of a part of the bucket only: more may come, so it may only exceed. */
  readonly complete: boolean;
  /** Why there is no rate; null where there is one. */
  readonly missing: Sentence | null;
  /** What is known to have happened in the bucket: it is judged like any other, but others are not held against it. */
  readonly event?: RateEvent;
}

/** Known events of a bucket. */
export interface RateEvent {
  /** What they are called, for people. */
  readonly labels: readonly Sentence[];
  /** The bucket without the months that they touch; null where that is no rate. */
  readonly without: { readonly rate: number; readonly cases: number } | null;
}
