import { z } from 'zod';
import { Count } from '../rows/scalars.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const Erased = z.object({ complaints: Count });

/** How many complaints a request has removed. */
export const countErased = (actionId: string): Query<z.infer<typeof Erased>> => ({
  name: 'count-erased',
  row: Erased,
  sql: sql`
    SELECT uniqExact(key) AS complaints
    FROM erased
    WHERE action_id = ${bind(actionId, 'String')} AND is_complaint = 1`,
});
