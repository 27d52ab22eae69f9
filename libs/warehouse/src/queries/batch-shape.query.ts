import { z } from 'zod';
import { BIND_IDS_UP_TO, type BatchShape } from '../facts/stored-state.ts';
import { Count } from '../rows/scalars.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const Shape = z.object({
  batchId: z.string(),
  rows: Count,
  arrivalMonths: z.array(z.number()),
  ids: z.array(z.string()),
});

/** How large a batch is and where it lies, which decides how it and the stored state are looked up. */
export const batchShape = (batchId: string): Query<BatchShape> => ({
  name: 'batch-shape',
  row: Shape,
  sql: sql`
    SELECT ${bind(batchId, 'String')} AS batchId,
           count() AS rows,
           groupUniqArray(toYYYYMM(arrived_at)) AS arrivalMonths,
           if(rows > ${bind(BIND_IDS_UP_TO, 'UInt32')}, [], arraySort(groupUniqArray(1000)(complaint_id))) AS ids
    FROM complaint_version
    WHERE batch_id = ${bind(batchId, 'String')}`,
});
