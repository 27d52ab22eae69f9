import { type Warehouse, operatorActions } from '@tocsin/warehouse';

/** Somebody asked for the import to be cancelled: an outcome, not a failure. */
export class BrokenOff extends Error {
  override readonly name = 'BrokenOff';
}

/** Throws BrokenOff where the import is to be cancelled, whoever was asked and whenever: before a crash, on another server. */
export async function stopIfCancelled(warehouse: Warehouse, id: string): Promise<void> {
  const asked = await warehouse.rows(operatorActions({ kind: 'cancel', subject: id }));
  if (asked.length > 0) throw new BrokenOff(`import ${id} was cancelled`);
}
