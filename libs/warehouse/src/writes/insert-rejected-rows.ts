import type { InsertOptions, Warehouse } from '../connection/warehouse.ts';
import type { RejectedRow } from '../rows/imports.ts';

/** Keeps refused rows by batch and row number; the same rows again replace themselves. */
export async function insertRejectedRows(
  warehouse: Warehouse,
  rows: readonly RejectedRow[],
  options?: InsertOptions,
): Promise<void> {
  const records = rows.map(({ batchId, rowNumber, reasons, raw, personKeys }) => ({
    batch_id: batchId,
    row_number: rowNumber,
    reasons: JSON.stringify(reasons),
    raw,
    person_keys: personKeys,
  }));
  await warehouse.insert('rejected_row', records, options);
}
