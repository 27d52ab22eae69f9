import type { Warehouse } from '../connection/warehouse.ts';
import type { PullOutcome, PulledObject } from '../rows/pulls.ts';

/** Notes that an object has been fetched. Nothing is ever changed: a later state of the object is a line of its own. */
export async function savePulledObject(warehouse: Warehouse, pulled: PulledObject): Promise<void> {
  const { lastModified: last_modified, importId: import_id, ...rest } = pulled;
  await warehouse.insert('pulled_object', [{ ...rest, last_modified, import_id }]);
}

/** Notes how a pull went, or a look into a folder; the newest stays. */
export async function savePullOutcome(warehouse: Warehouse, { trouble, ...rest }: PullOutcome): Promise<void> {
  await warehouse.insert('pull_outcome', [{ ...rest, trouble: trouble === null ? '' : JSON.stringify(trouble) }]);
}
