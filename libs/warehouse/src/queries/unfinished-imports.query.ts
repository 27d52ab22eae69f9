import { importColumns } from '../facts/import-columns.ts';
import { ImportRecord } from '../rows/imports.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** Imports that are not done: what to resume after a start, oldest first. */
export const unfinishedImports = (): Query<ImportRecord> => ({
  name: 'unfinished-imports',
  row: ImportRecord,
  sql: sql`
    SELECT ${importColumns}
    FROM import_batch FINAL
    WHERE state IN ('received', 'running')
    ORDER BY receivedAt, id`,
});
