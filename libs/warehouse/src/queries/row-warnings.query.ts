import { RowWarning } from '../rows/imports.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** What is doubtful about the first `limit` doubtful rows of an import, by row number. */
export const rowWarnings = (batchId: string, limit: number): Query<RowWarning> => ({
  name: 'row-warnings',
  row: RowWarning,
  sql: sql`
    SELECT batch_id AS batchId, row_number AS rowNumber, complaint_id AS complaintId, code, field, shown, expected
    FROM row_warning FINAL
    WHERE batch_id = ${bind(batchId, 'String')} AND row_number IN (
      SELECT DISTINCT row_number FROM row_warning WHERE batch_id = ${bind(batchId, 'String')}
      ORDER BY row_number LIMIT ${bind(limit, 'UInt32')})
    ORDER BY rowNumber, code, field`,
});
