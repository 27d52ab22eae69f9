import { bucketPlus, bucketStart } from '@tocsin/calendar';
import type { Alert } from '@tocsin/contracts';
import type { Period } from '@tocsin/warehouse';

/** Buckets shown before the first and after the last one in excess. */
const BEFORE = { day: 63, week: 52, month: 24, quarter: 8 } as const;
const AFTER = { day: 14, week: 6, month: 2, quarter: 1 } as const;

/** The stretch of whole buckets that a warning's chart shows; never past the one that is running today. */
export function alertPeriod({ grain, firstBucket, lastBucket }: Alert, today: string): Period {
  const from = bucketPlus(bucketStart(firstBucket, grain), -BEFORE[grain], grain);
  const running = bucketPlus(bucketStart(today, grain), 1, grain);
  const after = bucketPlus(bucketStart(lastBucket, grain), AFTER[grain] + 1, grain);
  return { from, until: after < running ? after : running };
}
