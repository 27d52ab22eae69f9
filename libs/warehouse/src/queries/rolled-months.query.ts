import { DirtyMonth } from '../rows/imports.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** Up to which mark each month has been rolled up, oldest month first: a greater mark means that its figures changed. */
export const rolledMonths = (): Query<DirtyMonth> => ({
  name: 'rolled-months',
  row: DirtyMonth,
  sql: sql`
    SELECT month, max(mark) AS mark
    FROM rolled_month
    GROUP BY month
    ORDER BY month`,
});
