import { Settlement } from '../rows/imports.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** What a batch was found to do to `complaint`, if that has been worked out before. */
export const findSettlement = (batchId: string): Query<Settlement> => ({
  name: 'find-settlement',
  row: Settlement,
  sql: sql`
    SELECT batch_id AS batchId, rows, added, updated, duplicate, outdated, moved, months
    FROM settlement FINAL
    WHERE batch_id = ${bind(batchId, 'String')}`,
});
