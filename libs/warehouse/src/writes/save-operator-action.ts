import type { Warehouse } from '../connection/warehouse.ts';
import type { OperatorAction } from '../rows/corrections.ts';

/** Keeps what was asked for, by its id. */
export async function saveOperatorAction(warehouse: Warehouse, action: OperatorAction): Promise<void> {
  const { id, key, requestedAt, requestedBy, ...rest } = action;
  await warehouse.insert('operator_action', [
    { ...rest, action_id: id, person_key: key, requested_at: requestedAt, requested_by: requestedBy },
  ]);
}
