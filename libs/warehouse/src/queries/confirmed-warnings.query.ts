import { ruleGrains } from '@tocsin/contracts';
import { z } from 'zod';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const WarningReach = z.object({
  alertId: z.string(),
  /** When it was decided. */
  at: z.iso.datetime(),
  grain: z.enum(ruleGrains),
  /** The latest bucket in excess as of then. */
  lastBucket: z.iso.date(),
});
/** How far a warning had gone after one of its events. */
export type WarningReach = z.output<typeof WarningReach>;

/** How far each warning that was ever confirmed has gone, event by event: each warning's oldest first. */
export const confirmedWarnings = (): Query<WarningReach> => ({
  name: 'confirmed-warnings',
  row: WarningReach,
  sql: sql`
    SELECT alert_id AS alertId, at, grain, last_bucket AS lastBucket
    FROM alert_event FINAL
    WHERE alert_id IN (SELECT alert_id FROM alert_verdict WHERE verdict = 'confirmed')
    ORDER BY alert_id, seq`,
});
