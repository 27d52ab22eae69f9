import type { Warehouse } from '../connection/warehouse.ts';
import {
  type BatchShape,
  LOOK_UP_BY_INDEX,
  batchBesideStored,
  inBatch,
  lookUpSettings,
  storedDays,
} from '../facts/stored-state.ts';
import type { Settlement } from '../rows/imports.ts';
import { bind } from '../sql/bind.ts';
import { identifier } from '../sql/identifier.ts';
import { type Sql, emptySql, joinSql, sql } from '../sql/sql.ts';
import { versionColumnNames } from '../tables/complaint-columns.ts';
import { allEnded } from './all-ended.ts';

/** The columns of a version, as `complaint` has them too. */
export const columns: Sql = joinSql(
  versionColumnNames.map((name) => sql`${identifier(name, versionColumnNames)}`),
  ', ',
);

/** A file of many years touches more partitions than the server's default allows. */
const manyPartitions = { max_partitions_per_insert_block: 1_000 };

/** Building the index over narratives is most of the work of a large batch, and one thread would do it alone. */
export const manyRows = { ...manyPartitions, max_insert_threads: 2 };

/**
 * Writes each complaint's greatest version of the batch, where it is greater than the stored one. Where every row is such
 * a winner, no state is looked up again; to write a former winner once more is harmless, since a greater version, alive
 * or buried, stands on its day.
 */
export async function writeWinners(warehouse: Warehouse, shape: BatchShape, settlement: Settlement): Promise<void> {
  const everyRowWins = settlement.added + settlement.updated === settlement.rows;
  if (everyRowWins) return writeAll(warehouse, shape);
  await write(
    warehouse,
    shape,
    sql`
    AND (complaint_id, version) IN (
      SELECT complaint_id, top
      FROM (${batchBesideStored(shape)})
      WHERE stored IS NULL OR top > stored)`,
  );
}

/**
 * The engine writes the rows of one statement by one thread unless it has a lot of memory. Two statements, each with every
 * other month, take half the time and make no more parts.
 */
async function writeAll(warehouse: Warehouse, shape: BatchShape): Promise<void> {
  if (shape.rows <= LOOK_UP_BY_INDEX) return write(warehouse, shape, emptySql);
  await allEnded(
    [0, 1].map((half) => write(warehouse, shape, sql` AND toYYYYMM(received_at) % 2 = ${bind(half, 'UInt8')}`)),
  );
}

async function write(warehouse: Warehouse, shape: BatchShape, which: Sql): Promise<void> {
  const statement = sql`
    INSERT INTO complaint (${columns}, is_deleted)
    SELECT ${columns}, 0
    FROM complaint_version
    WHERE ${inBatch(shape)}
    ${which}
    ${lookUpSettings(shape)}`;
  await warehouse.run(statement, 'write-winners', manyRows);
}

/** Puts a tombstone, as new as the complaint's newest version, on every other day it still stands on. */
export async function buryMovedDays(warehouse: Warehouse, shape: BatchShape): Promise<void> {
  const statement = sql`
    INSERT INTO complaint (complaint_id, received_at, version, batch_id, is_deleted)
    SELECT complaint_id, at, newest, ${bind(shape.batchId, 'String')}, 1
    FROM (
      SELECT complaint_id, at, stored, max(stored) OVER (PARTITION BY complaint_id) AS newest
      FROM (${storedDays(shape)}))
    WHERE stored < newest
    ${lookUpSettings(shape)}`;
  await warehouse.run(statement, 'bury-moved-days', manyPartitions);
}
