import { createHash } from 'node:crypto';
import type { IsoDay } from '@tocsin/contracts';

/** The same warning has the same id however often it is found: it is made of its rule, series and first bucket. */
export function alertId(ruleId: string, seriesKey: string, firstBucket: IsoDay): string {
  return createHash('sha256')
    .update(JSON.stringify([ruleId, seriesKey, firstBucket]))
    .digest('hex')
    .slice(0, 20);
}
