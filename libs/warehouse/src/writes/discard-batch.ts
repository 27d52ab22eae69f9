import type { Warehouse } from '../connection/warehouse.ts';
import { ofOthers, standing } from '../facts/standing.ts';
import { type BatchShape, idsOf } from '../facts/stored-state.ts';
import { batchShape } from '../queries/batch-shape.query.ts';
import { findSettlement } from '../queries/find-settlement.query.ts';
import { planWithdrawal } from '../queries/plan-withdrawal.query.ts';
import { bind } from '../sql/bind.ts';
import { identifier } from '../sql/identifier.ts';
import { instant } from '../sql/instant.ts';
import { type Sql, joinSql, sql } from '../sql/sql.ts';
import { keptOfWithdrawn } from '../tables/complaint-columns.ts';
import { hideRows } from './delete-rows.ts';
import { markMonths } from './mark-months.ts';
import { columns, manyRows } from './settle-statements.ts';

export interface Discarded {
  /** Complaints that the batch had a say in; 0 where it had never been settled. */
  readonly complaints: number;
  /** Of those, the ones that nobody else knows and that are gone. */
  readonly gone: number;
}

/**
 * Removes everything that is stored of a batch, whatever became of it: cancelled, stopped, given up half-way, or visible
 * for years (that is what withdrawing is). All is then as if it had never come: older versions stand again, complaints
 * known from it alone vanish, days that it moved move back, and the months concerned are marked for the roll up. The
 * record of the import stays, and with `keepRejected` the refused rows, so that they can be mended and sent again. With
 * `withdrawnAt` people had seen it: what its figures were made of is kept apart, for back-tests of the time until then.
 *
 * Safe to repeat after a crash at any point: what is to be done is found from the batch's own versions, and they go only
 * when all is done. The same batch may be imported anew afterwards.
 * Like `applyBatch` it is the ingest stage's alone: one batch after another.
 */
export async function discardBatch(
  warehouse: Warehouse,
  batchId: string,
  { keepRejected = false, withdrawnAt }: { readonly keepRejected?: boolean; readonly withdrawnAt?: Date } = {},
): Promise<Discarded> {
  const [settlement, shape] = await Promise.all([
    warehouse.maybeOne(findSettlement(batchId)),
    warehouse.one(batchShape(batchId)),
  ]);
  // Before it is settled nothing of a batch is in `complaint`.
  const plan = settlement === undefined || shape.rows === 0 ? nothing : await warehouse.one(planWithdrawal(shape));
  if (plan.complaints > 0) {
    await restore(warehouse, shape);
    await markMonths(warehouse, batchId, plan.months);
  }
  if (withdrawnAt !== undefined && settlement !== undefined) await keepWithdrawn(warehouse, batchId, withdrawnAt);
  const ofBatch = sql`batch_id = ${bind(batchId, 'String')}`;
  // From here on its versions count for nothing, and a repeat has nothing to restore.
  if (settlement !== undefined) await hideRows(warehouse, 'settlement', ofBatch);
  if (shape.rows > 0) await hideRows(warehouse, 'complaint_version', ofBatch);
  await hideRows(warehouse, 'row_warning', ofBatch);
  if (!keepRejected) {
    await hideRows(warehouse, 'rejected_row', ofBatch);
    await hideRows(warehouse, 'rejected_original', ofBatch);
  }
  return { complaints: plan.complaints, gone: plan.complaints - plan.kept };
}

/** Repeated, the same rows replace themselves. */
async function keepWithdrawn(warehouse: Warehouse, batchId: string, at: Date): Promise<void> {
  const kept = joinSql(
    keptOfWithdrawn.map((name) => sql`${identifier(name, keptOfWithdrawn)}`),
    ', ',
  );
  const statement = sql`
    INSERT INTO withdrawn_version (${kept}, withdrawn_at)
    SELECT ${kept}, ${instant(at)}
    FROM complaint_version
    WHERE batch_id = ${bind(batchId, 'String')}`;
  await warehouse.run(statement, 'keep-withdrawn', manyRows);
}

const nothing = { complaints: 0, kept: 0, months: [] };

/**
 * Makes `complaint` what the other batches say about this batch's complaints. What stands is written before the rest is
 * taken away, so that a reader finds a complaint at any time; and once more afterwards, because a merge in between may
 * have dropped it in favour of the greater version that was still there.
 */
async function restore(warehouse: Warehouse, shape: BatchShape): Promise<void> {
  const ids = idsOf(shape);
  const stands = standing(ids, shape.batchId);
  await putStanding(warehouse, ids, stands, shape.batchId);
  await hideRows(
    warehouse,
    'complaint',
    sql`complaint_id IN ${ids} AND (complaint_id, version, batch_id, row_number, is_deleted) NOT IN (
      SELECT complaint_id, version, origin.1, origin.2, 0 FROM (${stands}))`,
  );
  await putStanding(warehouse, ids, stands, shape.batchId);
}

async function putStanding(warehouse: Warehouse, ids: Sql, stands: Sql, without: string): Promise<void> {
  const statement = sql`
    INSERT INTO complaint (${columns}, is_deleted)
    SELECT ${columns}, 0
    FROM complaint_version
    WHERE ${ofOthers(ids, without)}
      AND (complaint_id, version, batch_id, row_number) IN (
        SELECT complaint_id, version, origin.1, origin.2 FROM (${stands}))`;
  await warehouse.run(statement, 'put-standing', manyRows);
}
