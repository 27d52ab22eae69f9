import type { Warehouse } from '../connection/warehouse.ts';
import type { ActionRecord } from '../rows/corrections.ts';

/** Keeps what became of an action; the last one saved is the current one. */
export async function saveActionOutcome(
  warehouse: Warehouse,
  {
    id,
    state,
    finishedAt,
    complaints,
    error,
  }: Pick<ActionRecord, 'id' | 'state' | 'finishedAt' | 'complaints' | 'error'>,
): Promise<void> {
  await warehouse.insert('action_outcome', [
    {
      action_id: id,
      revision: warehouse.nextMark(),
      state,
      finished_at: finishedAt,
      complaints,
      error: error === null ? '' : JSON.stringify(error),
    },
  ]);
}
