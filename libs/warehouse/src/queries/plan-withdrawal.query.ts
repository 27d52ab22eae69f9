import { z } from 'zod';
import { standing } from '../facts/standing.ts';
import { type BatchShape, idsOf, inBatch, lookUpSettings } from '../facts/stored-state.ts';
import { Count } from '../rows/scalars.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const Plan = z.object({ complaints: Count, kept: Count, months: z.array(z.iso.date()) });

/**
 * What taking a batch back does: complaints it has a say in, those that stay because another batch knows them too, and
 * the months whose figures may change. Worked out from versions alone, so that a repeat after a crash finds the same.
 */
export const planWithdrawal = (shape: BatchShape): Query<z.output<typeof Plan>> => ({
  name: 'plan-withdrawal',
  row: Plan,
  sql: sql`
    SELECT uniqExact(complaint_id) AS complaints,
           uniqExactIf(complaint_id, stays) AS kept,
           arraySort(groupUniqArray(toStartOfMonth(toDate(received)))) AS months
    FROM (
      SELECT complaint_id, received_at AS received, 0 AS stays
      FROM complaint_version
      WHERE ${inBatch(shape)}
      UNION ALL
      SELECT complaint_id, received, 1 AS stays
      FROM (${standing(idsOf(shape), shape.batchId)}))
    ${lookUpSettings(shape)}`,
});
