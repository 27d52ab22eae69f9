import type { Warehouse } from '../connection/warehouse.ts';

/** Above every time stamp in milliseconds until the year 5138; subtracting makes the earliest row the greatest. */
const FAR = 1e14;

/** Keeps the first value ever saved under `name`: of two that start at once, both then read the same one. */
export async function saveSetting(warehouse: Warehouse, name: string, value: string): Promise<void> {
  await warehouse.insert('setting', [{ name, value, revision: FAR - warehouse.nextMark() }]);
}
