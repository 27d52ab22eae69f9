import type { Warehouse } from '../connection/warehouse.ts';
import { inBatch, lookUpSettings } from '../facts/stored-state.ts';
import { batchShape } from '../queries/batch-shape.query.ts';
import type { RowWarning } from '../rows/imports.ts';
import { bind } from '../sql/bind.ts';
import { sql } from '../sql/sql.ts';

/** Keeps what is doubtful about accepted rows, by batch, row, code and field; the same again replaces itself. */
export async function insertRowWarnings(warehouse: Warehouse, rows: readonly RowWarning[]): Promise<void> {
  const records = rows.map(({ batchId, rowNumber, complaintId, ...rest }) => ({
    batch_id: batchId,
    row_number: rowNumber,
    complaint_id: complaintId,
    ...rest,
  }));
  await warehouse.insert('row_warning', records);
}

/**
 * Warns of rows whose complaint stands in an earlier row of the same batch with nothing that says which is newer: the
 * source gave both the same version or date. To be called when all rows of the batch are stored.
 */
export async function warnOfRepeatedRows(warehouse: Warehouse, batchId: string): Promise<void> {
  const shape = await warehouse.one(batchShape(batchId));
  const statement = sql`
    INSERT INTO row_warning (batch_id, row_number, code, field, complaint_id, shown, expected)
    SELECT ${bind(shape.batchId, 'String')}, row_number, 'repeated-in-file', 'complaint_id', complaint_id,
           substringUTF8(complaint_id, 1, 40), toString(first_row)
    FROM (
      SELECT complaint_id, row_number,
             min(row_number) OVER (PARTITION BY complaint_id, bitShiftRight(version, 32)) AS first_row
      FROM complaint_version
      WHERE ${inBatch(shape)})
    WHERE row_number > first_row
    ${lookUpSettings(shape)}`;
  await warehouse.run(statement, 'warn-of-repeated-rows');
}
