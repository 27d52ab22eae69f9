import { bind } from '../sql/bind.ts';
import { type Sql, sql } from '../sql/sql.ts';

/**
 * Above this many rows, asking the index on complaint_id about every one of them costs more than reading the whole
 * column. Measured at 10M stored rows; see README, "How fast".
 */
const LOOK_UP_BY_INDEX = 20_000;

/** The last line of a statement that looks up the stored state of a batch of about so many rows. */
export const lookUpSettings = (rows: number): Sql =>
  rows <= LOOK_UP_BY_INDEX ? sql`SETTINGS use_skip_indexes = 1` : sql`SETTINGS use_skip_indexes = 0`;

/** Where the batch's complaints are alive in `complaint` now: complaint_id, day, stored (version), at (received). */
export const storedDays = (batchId: string): Sql => sql`
  SELECT complaint_id, day, max(v) AS stored, argMax(moment, v) AS at
  FROM (
    SELECT complaint_id, toDate(received_at) AS day, received_at AS moment, version AS v, is_deleted AS gone
    FROM complaint
    WHERE complaint_id IN (SELECT complaint_id FROM complaint_version WHERE batch_id = ${bind(batchId, 'String')}))
  GROUP BY complaint_id, day
  HAVING argMax(gone, v) = 0`;

/**
 * The batch's complaints beside what is stored of each: top (the batch's greatest version), day (that version says),
 * n (rows), versions (distinct ones), again (whether one of them is the stored one), stored (version or NULL), days
 * (on which it is alive: usually one; two after a run that was cut off).
 */
export const batchBesideStored = (batchId: string): Sql => sql`
  SELECT complaint_id,
         max(v) AS top,
         argMax(day_of, v) AS day,
         sum(copies) AS n,
         count() AS versions,
         max(ifNull(v = kept, 0)) AS again,
         any(kept) AS stored,
         any(kept_days) AS days
  FROM (
    SELECT complaint_id, version AS v, any(toDate(received_at)) AS day_of, uniqExact(row_number) AS copies
    FROM complaint_version
    WHERE batch_id = ${bind(batchId, 'String')}
    GROUP BY complaint_id, version) AS batch
  LEFT JOIN (
    SELECT complaint_id, max(stored) AS kept, groupArray(day) AS kept_days
    FROM (${storedDays(batchId)})
    GROUP BY complaint_id) AS state USING (complaint_id)
  GROUP BY complaint_id`;
