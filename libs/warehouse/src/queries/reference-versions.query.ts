import { StoredReferenceVersion } from '../rows/reference.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { emptySql, sql } from '../sql/sql.ts';

/** The versions of a reference table, newest first; without a table the newest version of each. */
export const referenceVersions = (table?: string): Query<StoredReferenceVersion> => ({
  name: 'reference-versions',
  row: StoredReferenceVersion,
  sql: sql`
    SELECT table_name AS table, version, at, by, mode, name, rows, added, changed, removed
    FROM reference_version FINAL
    ${table === undefined ? emptySql : sql`WHERE table_name = ${bind(table, 'String')}`}
    ORDER BY table_name, version DESC${table === undefined ? sql` LIMIT 1 BY table_name` : emptySql}`,
});
