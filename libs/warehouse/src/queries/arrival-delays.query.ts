import type { IsoDay } from '@tocsin/contracts';
import { z } from 'zod';
import { type Scope, withinScope } from '../facts/scope.ts';
import { Count } from '../rows/scalars.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const ArrivalDelay = z.object({
  received: z.iso.date(),
  arrived: z.iso.date(),
  /** The day on which its batch was done: from the next midnight on it was known. */
  known: z.iso.date(),
  count: Count,
});
export type ArrivalDelay = z.output<typeof ArrivalDelay>;

/**
 * Complaints received from a day on, by the day received and the day on which their first version arrived: what the source
 * says of it, else the import. Versions of batches that were taken back count for nothing, nor do those of `without`:
 * batches that brought the past.
 */
export function arrivalDelays({
  from,
  scope,
  without = [],
}: {
  readonly from: IsoDay;
  readonly scope: Scope;
  readonly without?: readonly string[];
}): Query<ArrivalDelay> {
  const first = bind(from, 'Date');
  return {
    name: 'arrival-delays',
    row: ArrivalDelay,
    sql: sql`
      SELECT received, arrived, known, count() AS count
      FROM (
        SELECT toDate(argMax(received_at, version)) AS received, toDate(min(arrived_at)) AS arrived,
               toDate(min(finished)) AS known
        FROM complaint_version
        INNER JOIN (
          SELECT batch_id, assumeNotNull(finished_at) AS finished
          FROM import_batch FINAL
          WHERE state = 'done' AND dry_run = 0 AND finished_at IS NOT NULL) AS batch USING (batch_id)
        WHERE kind = 'complaint' AND toDate(received_at) >= ${first} AND arrived_at >= toDateTime(${first})
          AND batch_id IN (SELECT batch_id FROM settlement)
          AND batch_id NOT IN ${bind(without, 'Array(String)')}${withinScope(scope)}
        GROUP BY complaint_id)
      GROUP BY received, arrived, known
      ORDER BY received, arrived, known`,
  };
}
