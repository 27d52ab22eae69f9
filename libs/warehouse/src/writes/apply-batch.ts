import type { Warehouse } from '../connection/warehouse.ts';
import type { BatchShape } from '../facts/stored-state.ts';
import { batchShape } from '../queries/batch-shape.query.ts';
import { findSettlement } from '../queries/find-settlement.query.ts';
import { planSettlement } from '../queries/plan-settlement.query.ts';
import type { Settlement } from '../rows/imports.ts';
import { markMonths } from './mark-months.ts';
import { buryMovedDays, writeWinners } from './settle-statements.ts';

/**
 * Brings `complaint` up to date with one batch of `complaint_version`: of all versions of a complaint the greatest
 * stays. Then marks the months whose figures change.
 *
 * Repeating is safe after a crash at any point. What the batch does is worked out and kept before its first write, so
 * a repeat answers the same counts and marks the same months; the writes themselves only ever put the greatest version
 * in place. Batches must be applied one after another, by one writer.
 */
export async function applyBatch(warehouse: Warehouse, batchId: string): Promise<Settlement> {
  const [known, shape] = await Promise.all([
    warehouse.maybeOne(findSettlement(batchId)),
    warehouse.one(batchShape(batchId)),
  ]);
  const settlement = known ?? (await settle(warehouse, shape));
  if (settlement.added + settlement.updated > 0) {
    await writeWinners(warehouse, shape, settlement);
    // Afterwards, not before: cut off in between, a complaint stands on two days until the repeat, rather than on none.
    if (settlement.moved > 0) await buryMovedDays(warehouse, shape);
    await markMonths(warehouse, batchId, settlement.months);
  }
  return settlement;
}

async function settle(warehouse: Warehouse, shape: BatchShape): Promise<Settlement> {
  const { batchId } = shape;
  const plan = await warehouse.one(planSettlement(shape));
  await warehouse.insert('settlement', [{ batch_id: batchId, ...plan }]);
  return { batchId, ...plan };
}
