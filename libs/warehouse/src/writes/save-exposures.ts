import type { Warehouse } from '../connection/warehouse.ts';
import type { Exposure } from '../rows/imports.ts';

/** Keeps exposures by month, region, organisation and line; a later load replaces. Any day of a month names it. */
export async function saveExposures(warehouse: Warehouse, rows: readonly Exposure[], loadedAt: Date): Promise<void> {
  const loaded_at = loadedAt.toISOString();
  await warehouse.insert(
    'exposure',
    rows.map((row) => ({ ...row, month: `${row.month.slice(0, 7)}-01`, loaded_at })),
  );
}
