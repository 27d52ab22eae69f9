import { DirtyMonth } from '../rows/imports.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** Months whose complaints changed since they were rolled up, oldest first, with the mark to note when that is done. */
export const dirtyMonths = (): Query<DirtyMonth> => ({
  name: 'dirty-months',
  row: DirtyMonth,
  sql: sql`
    SELECT month, max(t.mark) AS mark
    FROM touched_month AS t
    LEFT JOIN (SELECT month, max(mark) AS done FROM rolled_month GROUP BY month) AS rolled USING (month)
    GROUP BY month
    HAVING mark > ifNull(any(done), 0)
    ORDER BY month`,
});
