import { z } from 'zod';
import { Count } from '../rows/scalars.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const BatchSize = z.object({ rows: Count });

/** About how many rows a batch has (repeats not yet merged count twice): decides how the stored state is looked up. */
export const countBatch = (batchId: string): Query<z.infer<typeof BatchSize>> => ({
  name: 'count-batch',
  row: BatchSize,
  sql: sql`
    SELECT count() AS rows
    FROM complaint_version
    WHERE batch_id = ${bind(batchId, 'String')}`,
});
