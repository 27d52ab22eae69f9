import type { Warehouse } from '../connection/warehouse.ts';
import { batchShape } from '../queries/batch-shape.query.ts';
import { planSettlement } from '../queries/plan-settlement.query.ts';
import type { Settlement } from '../rows/imports.ts';

/** What `applyBatch` would do with a batch that is stored, as things stand now. Writes nothing. */
export async function foreseeBatch(warehouse: Warehouse, batchId: string): Promise<Settlement> {
  const plan = await warehouse.one(planSettlement(await warehouse.one(batchShape(batchId))));
  return { batchId, ...plan };
}
