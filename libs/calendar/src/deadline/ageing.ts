/** Days since the start, both ends included; `to` null for the oldest. */
export interface AgeingBucket {
  readonly from: number;
  readonly to: number | null;
}

/** All buckets whose last days are `ends`, ascending, and the one beyond. */
export function ageingBuckets(ends: readonly number[]): AgeingBucket[] {
  return [...ends, null].map((to, index) => ({ from: index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, to }));
}

/** The bucket that an age of so many days falls into. */
export function ageingBucket(age: number, ends: readonly number[]): AgeingBucket {
  const buckets = ageingBuckets(ends);
  const found = buckets.find(({ to }) => to === null || age <= to);
  if (found === undefined) throw new RangeError(`ageingBucket: no bucket for an age of ${age}.`);
  return found;
}
