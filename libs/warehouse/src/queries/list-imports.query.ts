import { importColumns } from '../facts/import-columns.ts';
import { ImportRecord } from '../rows/imports.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** The newest imports first; all, or those of one feed. */
export const listImports = (limit: number, feed?: string): Query<ImportRecord> => ({
  name: 'list-imports',
  row: ImportRecord,
  sql: sql`
    SELECT ${importColumns}
    FROM import_batch FINAL
    ${feed === undefined ? sql`` : sql`WHERE feed = ${bind(feed, 'String')}`}
    ORDER BY receivedAt DESC, id
    LIMIT ${bind(limit, 'UInt32')}`,
});
