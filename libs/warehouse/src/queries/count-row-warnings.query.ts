import { z } from 'zod';
import { Count } from '../rows/scalars.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const WarningCount = z.object({ code: z.string(), field: z.string(), rows: Count, expected: z.string() });
export type WarningCount = z.infer<typeof WarningCount>;

/** How many rows of an import each doubt concerns, most frequent first; the last line, without a code, counts rows. */
export const countRowWarnings = (batchId: string): Query<WarningCount> => ({
  name: 'count-row-warnings',
  row: WarningCount,
  sql: sql`
    SELECT code, field, uniqExact(row_number) AS rows, if(uniq(expected) = 1, any(expected), '…') AS expected
    FROM row_warning
    WHERE batch_id = ${bind(batchId, 'String')}
    GROUP BY GROUPING SETS ((code, field), ())
    ORDER BY code = '', rows DESC, code, field`,
});
