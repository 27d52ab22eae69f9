import { importColumns } from '../facts/import-columns.ts';
import { ImportRecord } from '../rows/imports.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** One import by its id. */
export const getImport = (id: string): Query<ImportRecord> => ({
  name: 'get-import',
  row: ImportRecord,
  sql: sql`
    SELECT ${importColumns}
    FROM import_batch FINAL
    WHERE batch_id = ${bind(id, 'String')}
    LIMIT 1`,
});
