import { bind } from '../sql/bind.ts';
import { type Sql, emptySql, sql } from '../sql/sql.ts';

/** What is known of a batch in `complaint_version` before it is settled. */
export interface BatchShape {
  readonly batchId: string;
  /** About how many: repeats that are not merged yet count twice. */
  readonly rows: number;
  /** Partitions of `complaint_version` that it lies in. */
  readonly arrivalMonths: readonly number[];
  /** Its complaints, if they are few; else empty. */
  readonly ids: readonly string[];
}

/** Up to so many rows, complaints are named one by one in each statement; the batch is then read by the primary key. */
export const BIND_IDS_UP_TO = 1_000;

/**
 * Above this many rows, asking the index on complaint_id about every one of them costs more than reading the whole
 * column.
 */
export const LOOK_UP_BY_INDEX = 20_000;

/** The last line of a statement that looks up the stored state of a batch. */
export const lookUpSettings = ({ rows }: BatchShape): Sql =>
  rows <= LOOK_UP_BY_INDEX ? sql`SETTINGS use_skip_indexes = 1` : sql`SETTINGS use_skip_indexes = 0`;

/** The condition on `complaint_version` that keeps the batch's rows. */
export const inBatch = ({ batchId, arrivalMonths, ids }: BatchShape): Sql => {
  const named = ids.length === 0 ? emptySql : sql` AND complaint_id IN ${bind(ids, 'Array(String)')}`;
  return sql`batch_id = ${bind(batchId, 'String')} AND toYYYYMM(arrived_at) IN ${bind(arrivalMonths, 'Array(UInt32)')}${named}`;
};

/** The numbers of the batch's complaints, to stand behind IN. */
export const idsOf = (shape: BatchShape): Sql =>
  shape.ids.length > 0
    ? sql`${bind(shape.ids, 'Array(String)')}`
    : sql`(SELECT complaint_id FROM complaint_version WHERE ${inBatch(shape)})`;

/** Where the batch's complaints are alive in `complaint` now: complaint_id, day, stored (version), at (received). */
export const storedDays = (shape: BatchShape): Sql => sql`
  SELECT complaint_id, day, max(v) AS stored, argMax(moment, v) AS at
  FROM (
    SELECT complaint_id, toDate(received_at) AS day, received_at AS moment, version AS v, is_deleted AS gone
    FROM complaint
    WHERE complaint_id IN ${idsOf(shape)})
  GROUP BY complaint_id, day
  HAVING argMax(gone, v) = 0`;

/**
 * The batch's complaints beside what is stored of each: top (the batch's greatest version), day (that version says),
 * n (rows), versions (distinct ones), again (whether one of them is the stored one), stored (version or NULL), days
 * (on which it is alive: usually one; two after a run that was cut off).
 */
export const batchBesideStored = (shape: BatchShape): Sql => sql`
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
    WHERE ${inBatch(shape)}
    GROUP BY complaint_id, version) AS batch
  LEFT JOIN (
    SELECT complaint_id, max(stored) AS kept, groupArray(day) AS kept_days
    FROM (${storedDays(shape)})
    GROUP BY complaint_id) AS state USING (complaint_id)
  GROUP BY complaint_id`;
