import { type Sql, sql } from '../sql/sql.ts';
import type { RowSum } from '../tables/cubes.ts';

/**
 * What one row of `complaint` adds to each sum: the definition of every figure, used by the cubes and by questions that
 * no cube answers. Only `kind = complaint` counts, but for chasers. A complaint is closed when its closing moment is
 * known, be it settled or withdrawn; it was closed in time when that was on the day due or before.
 */
export const rowSums: Readonly<Record<RowSum, Sql>> = {
  complaints: sql`toUInt64(kind = 'complaint')`,
  chasers: sql`toUInt64(kind = 'chaser')`,
  repeats: sql`toUInt64(kind = 'complaint' AND is_repeat != 0)`,
  escalated: sql`toUInt64(kind = 'complaint' AND is_escalated != 0)`,
  withdrawn: sql`toUInt64(kind = 'complaint' AND status = 'withdrawn')`,
  closed: sql`toUInt64(kind = 'complaint' AND closed_at IS NOT NULL)`,
  handling_days: sql`
    if(kind = 'complaint' AND closed_at IS NOT NULL,
       toUInt64(greatest(0, dateDiff('day', toDate(received_at), toDate(assumeNotNull(closed_at))))), 0)`,
  due: sql`toUInt64(kind = 'complaint' AND due_on IS NOT NULL)`,
  closed_in_time: sql`toUInt64(kind = 'complaint' AND ifNull(toDate(closed_at) <= due_on, 0))`,
  still_open: sql`
    toUInt64(kind = 'complaint' AND due_on IS NOT NULL AND closed_at IS NULL AND status NOT IN ('closed', 'withdrawn'))`,
};
