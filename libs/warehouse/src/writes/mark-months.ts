import type { IsoDay } from '@tocsin/contracts';
import type { Warehouse } from '../connection/warehouse.ts';

/** Tells the next roll up to rebuild the months of these days. A mark is greater than any given before. */
export async function markMonths(warehouse: Warehouse, batchId: string, days: readonly IsoDay[]): Promise<void> {
  const mark = warehouse.nextMark();
  const months = [...new Set(days.map((day) => `${day.slice(0, 7)}-01`))];
  await warehouse.insert(
    'touched_month',
    months.map((month) => ({ month, mark, batch_id: batchId })),
  );
}
