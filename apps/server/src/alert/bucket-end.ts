import { type BucketGrain, bucketPlus } from '@tocsin/calendar';
import type { IsoDay } from '@tocsin/contracts';

/** The moment at which a bucket is over: midnight after its last day, in the zone. */
export function bucketEnd(bucket: IsoDay, grain: BucketGrain, timeZone: string): Date {
  return midnight(bucketPlus(bucket, 1, grain), timeZone);
}

/** The first moment of a day in a zone. Where midnight is skipped by a change of clocks, the moment that comes instead. */
export function midnight(day: IsoDay, timeZone: string): Date {
  const asIfUtc = Date.parse(`${day}T00:00:00Z`);
  // The zone's offset is asked for twice: at the guess, and where the guess has led.
  const guess = asIfUtc - offsetAt(asIfUtc, timeZone);
  return new Date(asIfUtc - offsetAt(guess, timeZone));
}

/** Milliseconds by which the zone's clocks are ahead of UTC at a moment. */
function offsetAt(ms: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(ms);
  return Date.parse(`${parts.replace(' ', 'T')}Z`) - Math.floor(ms / 1000) * 1000;
}
