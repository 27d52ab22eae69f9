import type { Warehouse } from '../connection/warehouse.ts';

/** A refused row as it came, sealed. `keptUntil` is a day: the row is gone by the next merge after it. */
export interface RejectedOriginal {
  readonly batchId: string;
  readonly rowNumber: number;
  readonly sealed: string;
  readonly keptUntil: string;
}

/** Keeps refused rows as they came, by batch and row number; the same again replaces itself. */
export async function insertRejectedOriginals(
  warehouse: Warehouse,
  originals: readonly RejectedOriginal[],
): Promise<void> {
  const records = originals.map(({ batchId, rowNumber, sealed, keptUntil }) => ({
    batch_id: batchId,
    row_number: rowNumber,
    sealed,
    kept_until: keptUntil,
  }));
  await warehouse.insert('rejected_original', records);
}
