import { importColumns, notTakenBack } from '../facts/import-columns.ts';
import { ImportRecord } from '../rows/imports.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** The newest import that came from this sender with this Idempotency-Key, if any; one that was stopped or taken back makes room for another. */
export const findImportByKey = (idempotencyKey: string, requestedBy: string): Query<ImportRecord> => ({
  name: 'find-import-by-key',
  row: ImportRecord,
  sql: sql`
    SELECT ${importColumns}
    FROM import_batch FINAL
    WHERE idempotency_key = ${bind(idempotencyKey, 'String')} AND idempotency_key != ''
      AND requested_by = ${bind(requestedBy, 'String')}
      AND state NOT IN ('stopped', 'cancelled', 'withdrawn') AND ${notTakenBack}
    ORDER BY receivedAt DESC LIMIT 1`,
});
