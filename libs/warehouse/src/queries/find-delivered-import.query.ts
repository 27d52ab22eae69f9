import { importColumns } from '../facts/import-columns.ts';
import { ImportRecord } from '../rows/imports.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/**
 * The import that a delivery of this sender became, by its key and whatever became of it since: for senders that would
 * otherwise deliver the same once more after it was taken back.
 */
export const findDeliveredImport = (idempotencyKey: string, requestedBy: string): Query<ImportRecord> => ({
  name: 'find-delivered-import',
  row: ImportRecord,
  sql: sql`
    SELECT ${importColumns}
    FROM import_batch FINAL
    WHERE idempotency_key = ${bind(idempotencyKey, 'String')} AND idempotency_key != ''
      AND requested_by = ${bind(requestedBy, 'String')}
    ORDER BY receivedAt DESC LIMIT 1`,
});
