import type { Alert } from '@tocsin/contracts';
import type { Period } from '@tocsin/warehouse';
import { addDays, bucketOf } from '../indicators/spark-buckets.ts';

/** Buckets shown before the first and after the last one in excess. */
const BEFORE = { day: 63, week: 52 } as const;
const AFTER = { day: 14, week: 6 } as const;
const DAYS = { day: 1, week: 7 } as const;

/** The stretch of whole buckets that a warning's chart shows; never past the one that is running today. */
export function alertPeriod({ grain, firstBucket, lastBucket }: Alert, today: string): Period {
  const from = bucketOf(addDays(firstBucket, -BEFORE[grain] * DAYS[grain]), grain);
  const running = addDays(bucketOf(today, grain), DAYS[grain]);
  const after = addDays(bucketOf(lastBucket, grain), (AFTER[grain] + 1) * DAYS[grain]);
  return { from, until: after < running ? after : running };
}
