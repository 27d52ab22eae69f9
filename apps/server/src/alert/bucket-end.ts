import { type BucketGrain, bucketPlus, dayNumber } from '@tocsin/calendar';
import type { IsoDay } from '@tocsin/contracts';
import { zoneOf } from '@tocsin/ingestion';

/** The moment at which a bucket is over: midnight after its last day, in the zone. */
export function bucketEnd(bucket: IsoDay, grain: BucketGrain, timeZone: string): Date {
  return midnight(bucketPlus(bucket, 1, grain), timeZone);
}

/** The first moment of a day in a zone. Where midnight is skipped by a change of clocks, the moment that comes instead. */
export const midnight = (day: IsoDay, timeZone: string): Date =>
  new Date(zoneOf(timeZone).moment(dayNumber(day), 0) * 1000);
