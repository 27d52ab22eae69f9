import { bind } from '../sql/bind.ts';
import { identifier } from '../sql/identifier.ts';
import { type Sql, sql } from '../sql/sql.ts';
import { list } from './columns.ts';
import { keptOfWithdrawn } from '../tables/complaint-columns.ts';

/** How the moments at which versions became known are told. */
export interface Knowledge {
  /** Batches that brought the past: each of their versions is taken as known the midnight after it was received. */
  readonly history: readonly string[];
  /** Moments are rounded up to whole multiples of so many seconds. */
  readonly roundTo: number;
}

/** A version that still counts: later than any moment. */
export const STILL_KNOWN = 4_294_967_295;

const columns: Sql = list(keptOfWithdrawn.map((name) => sql`${identifier(name, keptOfWithdrawn)}`));

/** Batches that were seen, and when: batch_id, feed, finished (unix seconds, rounded up). */
export const seenBatches = (roundTo: number): Sql => sql`
  SELECT batch_id, feed, ${roundedUp(sql`toUnixTimestamp64Milli(assumeNotNull(finished_at)) / 1000`, roundTo)} AS finished
  FROM import_batch FINAL
  WHERE state IN ('done', 'withdrawn') AND dry_run = 0 AND finished_at IS NOT NULL`;

/** The columns of every version of a batch that was settled, with those of batches that have been withdrawn since. */
export const everyVersion: Sql = sql`(
    SELECT ${columns}
    FROM complaint_version
    WHERE batch_id IN (SELECT batch_id FROM settlement)
    UNION ALL
    SELECT ${columns}
    FROM withdrawn_version)`;

/**
 * Every version that was ever seen, also those of batches that have been withdrawn since: its columns, `known_from` and
 * `known_until` (unix seconds; it counted at moments `known_from ≤ t < known_until`). Of people and complaints that have
 * been erased nothing is left.
 */
export const versionsAsKnown = ({ history, roundTo }: Knowledge): Sql => sql`(
  SELECT ${columns}, known_until,
         if(batch_id IN ${bind(history, 'Array(String)')},
            toUInt32(toUnixTimestamp(toStartOfDay(received_at) + INTERVAL 1 DAY)), finished) AS known_from
  FROM (
    SELECT ${columns}, toUInt32(${bind(STILL_KNOWN, 'UInt32')}) AS known_until
    FROM complaint_version
    WHERE batch_id IN (SELECT batch_id FROM settlement)
    UNION ALL
    SELECT ${columns}, ${roundedUp(sql`toUnixTimestamp64Milli(withdrawn_at) / 1000`, roundTo)} AS known_until
    FROM withdrawn_version) AS known
  INNER JOIN (${seenBatches(roundTo)}) AS batch USING (batch_id))`;

/**
 * The versions that counted at a moment (unix seconds), by the same rules and from the same tables: without the moments of
 * the others, which nobody asks for then.
 */
export function versionsKnownAt({ at, history, roundTo }: Knowledge & { readonly at: number }): Sql {
  const now = bind(at, 'UInt32');
  const wasSeen = sql`batch_id IN (SELECT batch_id FROM (${seenBatches(roundTo)}) WHERE finished <= ${now})`;
  const counts =
    history.length === 0
      ? wasSeen
      : sql`if(batch_id IN ${bind(history, 'Array(String)')},
                toUnixTimestamp(toStartOfDay(received_at) + INTERVAL 1 DAY) <= ${now}, ${wasSeen})`;
  return sql`(
              SELECT *
              FROM (
                SELECT ${columns}
                FROM complaint_version
                WHERE batch_id IN (SELECT batch_id FROM settlement)
                UNION ALL
                SELECT ${columns}
                FROM withdrawn_version
                WHERE ${roundedUp(sql`toUnixTimestamp64Milli(withdrawn_at) / 1000`, roundTo)} > ${now})
              WHERE ${counts})`;
}

const roundedUp = (seconds: Sql, roundTo: number): Sql => {
  const step = bind(roundTo, 'UInt32');
  return sql`toUInt32(ceil(${seconds} / ${step}) * ${step})`;
};
