import type { Warehouse } from '../connection/warehouse.ts';
import { type PersonQuestion, complaintsOfPerson } from '../queries/complaints-of-person.query.ts';
import { countErased } from '../queries/count-erased.query.ts';
import { personalTables } from '../tables/personal-tables.ts';
import { deleteRows } from './delete-rows.ts';
import { markMonths } from './mark-months.ts';

export interface Erased {
  /** Complaints that this request has removed, in all its runs. */
  readonly complaints: number;
}

/**
 * Removes a person, or one complaint, for good: all versions of every complaint in which the person appears, refused
 * rows and doubts included, down to the bytes; and keeps the keyed hashes by which ingest turns them away from now on,
 * whatever version comes. The months concerned are marked for the roll up.
 *
 * `keyOf` makes the keyed hash of a complaint number. Safe to repeat after a crash at any point: hashes are kept before
 * the first row goes, and versions, by which a person is found, go after what was made of them.
 */
export async function eraseComplaints(
  warehouse: Warehouse,
  request: PersonQuestion & { readonly actionId: string },
  keyOf: (complaintId: string) => string,
): Promise<Erased> {
  const { actionId, key } = request;
  await warehouse.insert('erased', [{ key, action_id: actionId, is_complaint: 0 }]);
  const found = await warehouse.rows(complaintsOfPerson(request));
  const ids = found.map(({ id }) => id);
  const keys = ids.map(keyOf);
  await warehouse.insert(
    'erased',
    keys.map((one) => ({ key: one, action_id: actionId, is_complaint: 1 })),
  );
  // Before the versions go, by which the months are found. `complaint` goes earlier still: whenever a month is rolled up
  // too early, a repeat finds the versions and marks it again.
  await markMonths(
    warehouse,
    actionId,
    found.flatMap(({ months }) => months),
  );
  for (const { table, rowsOf } of personalTables) await deleteRows(warehouse, table, rowsOf(ids, [key, ...keys]));
  return await warehouse.one(countErased(actionId));
}
