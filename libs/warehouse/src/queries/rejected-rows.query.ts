import { RejectedRow } from '../rows/imports.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** The refused rows of an import, by row number. As a stream: columns batchId, rowNumber, reasons (JSON), raw. */
export const rejectedRows = (batchId: string): Query<RejectedRow> => ({
  name: 'rejected-rows',
  row: RejectedRow,
  sql: sql`
    SELECT batch_id AS batchId, row_number AS rowNumber, reasons, raw
    FROM rejected_row FINAL
    WHERE batch_id = ${bind(batchId, 'String')}
    ORDER BY rowNumber`,
});
