import { z } from 'zod';
import { RejectedRow } from '../rows/imports.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const RefusedAsItCame = RejectedRow.omit({ personKeys: true }).extend({ sealed: z.string() });

/**
 * The refused rows of an import, by row number, with the sealed original ('' where it is no longer kept). As a stream:
 * columns batchId, rowNumber, reasons (JSON), raw, sealed.
 */
export const rejectedRows = (batchId: string, limit = 4_294_967_295): Query<z.infer<typeof RefusedAsItCame>> => ({
  name: 'rejected-rows',
  row: RefusedAsItCame,
  sql: sql`
    SELECT batch_id AS batchId, row_number AS rowNumber, reasons, raw, ifNull(sealed, '') AS sealed
    FROM (SELECT * FROM rejected_row FINAL WHERE batch_id = ${bind(batchId, 'String')}) AS refused
    LEFT JOIN (
      SELECT row_number, sealed FROM rejected_original FINAL WHERE batch_id = ${bind(batchId, 'String')}) AS kept
      USING (row_number)
    ORDER BY rowNumber LIMIT ${bind(limit, 'UInt32')}`,
});
