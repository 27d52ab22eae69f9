import { bind } from '../sql/bind.ts';
import { type Sql, sql } from '../sql/sql.ts';

/**
 * What stands of some complaints, by all that is stored: complaint_id, version, origin (the batch and row that brought
 * it first), received. `ids` goes behind IN; `without` is a batch that is on its way out.
 *
 * Only batches that have been settled count: another may still be stopped or cancelled, and nothing of it is to be seen.
 */
export const standing = (ids: Sql, without: string): Sql => sql`
  SELECT complaint_id, max(v) AS version, argMax(first, v) AS origin, argMax(received, v) AS received
  FROM (
    SELECT complaint_id, version AS v, min((batch_id, row_number)) AS first, any(received_at) AS received
    FROM complaint_version
    WHERE ${ofOthers(ids, without)}
    GROUP BY complaint_id, v)
  GROUP BY complaint_id`;

/** The condition on `complaint_version` that keeps these complaints' versions of settled batches other than `without`. */
export const ofOthers = (ids: Sql, without: string): Sql =>
  sql`complaint_id IN ${ids} AND batch_id != ${bind(without, 'String')} AND batch_id IN (SELECT batch_id FROM settlement)`;
