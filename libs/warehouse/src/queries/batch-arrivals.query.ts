import { z } from 'zod';
import { STILL_KNOWN, seenBatches, versionsAsKnown } from '../facts/as-known.ts';
import { Count } from '../rows/scalars.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const Arrival = z.object({
  batchId: z.string(),
  feed: z.string(),
  /** Unix seconds. */
  knownFrom: Count,
  /** Unix seconds; `STILL_KNOWN` for a batch that counts. */
  knownUntil: Count,
  rows: Count,
  /** Days between the first and the last tenth of its rows, by the day received. */
  spanDays: Count,
  /** Days between the last tenth of its rows and the day on which it was seen; 0 for rows of that day. */
  lagDays: Count,
  /** The first month whose figures it changed, by coming; null where it changed none. */
  firstMonth: z.iso.date().nullable(),
});
export type BatchArrival = z.output<typeof Arrival>;

/**
 * Every batch that was ever seen, in the order in which they were, with how long it counted and how long a time it is
 * about. A batch without a row that counted is there too: a delivery of nothing is a delivery.
 */
export const batchArrivals = (): Query<BatchArrival> => ({
  name: 'batch-arrivals',
  row: Arrival,
  sql: sql`
    SELECT batch_id AS batchId, feed, finished AS knownFrom, ifNull(n, 0) AS rows,
           if(rows = 0, ${bind(STILL_KNOWN, 'UInt32')}, assumeNotNull(until)) AS knownUntil,
           if(rows = 0, 0, toUInt32(greatest(0, newest - oldest))) AS spanDays,
           if(rows = 0, 0, toUInt32(greatest(0, toInt32(toDate(toDateTime(finished))) - newest))) AS lagDays,
           multiIf(rows = 0, NULL, until < ${bind(STILL_KNOWN, 'UInt32')}, toNullable(first), empty(months), NULL,
                   toNullable(months[1])) AS firstMonth
    FROM (${seenBatches(1)}) AS seen
    LEFT JOIN (
      SELECT batch_id, count() AS n, max(known_until) AS until, min(toStartOfMonth(toDate(received_at))) AS first,
             quantileExact(0.1)(toInt32(toDate(received_at))) AS oldest,
             quantileExact(0.9)(toInt32(toDate(received_at))) AS newest
      FROM ${versionsAsKnown({ history: [], roundTo: 1 })}
      GROUP BY batch_id) AS shape USING (batch_id)
    LEFT JOIN (SELECT batch_id, months FROM settlement FINAL WHERE added + updated > 0) AS settled USING (batch_id)
    ORDER BY knownFrom, batchId`,
});
