import { importColumns, notTakenBack } from '../facts/import-columns.ts';
import { ImportRecord } from '../rows/imports.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** An import of the same bytes under the same version of a profile that counts, now or soon: the same file sent again. */
export const findImportByContent = (contentSha256: string, profile: string, version: number): Query<ImportRecord> => ({
  name: 'find-import-by-content',
  row: ImportRecord,
  sql: sql`
    SELECT ${importColumns}
    FROM import_batch FINAL
    WHERE content_sha256 = ${bind(contentSha256, 'String')} AND profile = ${bind(profile, 'String')} AND profile_version = ${bind(version, 'UInt32')}
      AND state IN ('received', 'running', 'done') AND dry_run = 0
      AND ${notTakenBack}
    ORDER BY receivedAt LIMIT 1`,
});
