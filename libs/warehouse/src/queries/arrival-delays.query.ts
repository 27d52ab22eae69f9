import type { IsoDay } from '@tocsin/contracts';
import { z } from 'zod';
import { type Scope, withinScope } from '../facts/scope.ts';
import { Count } from '../rows/scalars.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const ArrivalDelay = z.object({ received: z.iso.date(), arrived: z.iso.date(), count: Count });
export type ArrivalDelay = z.output<typeof ArrivalDelay>;

/**
 * Complaints received from a day on, by the day received and the day on which their first version arrived: what the source
 * says of it, else the import. Versions of batches that were taken back count for nothing.
 */
export function arrivalDelays({ from, scope }: { readonly from: IsoDay; readonly scope: Scope }): Query<ArrivalDelay> {
  const first = bind(from, 'Date');
  return {
    name: 'arrival-delays',
    row: ArrivalDelay,
    sql: sql`
      SELECT received, arrived, count() AS count
      FROM (
        SELECT toDate(argMax(received_at, version)) AS received, toDate(min(arrived_at)) AS arrived
        FROM complaint_version
        WHERE kind = 'complaint' AND toDate(received_at) >= ${first} AND arrived_at >= toDateTime(${first})
          AND batch_id IN (SELECT batch_id FROM settlement)${withinScope(scope)}
        GROUP BY complaint_id)
      GROUP BY received, arrived
      ORDER BY received, arrived`,
  };
}
