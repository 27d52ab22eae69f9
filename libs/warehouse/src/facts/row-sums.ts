import { type Sql, sql } from '../sql/sql.ts';
import { type Scope, withinScope } from './scope.ts';
import type { RowSum, ToldSum } from '../tables/cubes.ts';

/** Whole days from receipt to closing; of closed complaints. */
export const handlingDays: Sql = sql`greatest(0, dateDiff('day', toDate(received_at), toDate(assumeNotNull(closed_at))))`;

const isCompensated: Sql = sql`(kind = 'complaint' AND closed_at IS NOT NULL AND ifNull(compensation, 0) > 0)`;
const fen: Sql = sql`toUInt64(ifNull(compensation, 0) * 100)`;

/**
 * What one row of `complaint` adds to each sum: the definition of every figure, used by the cubes and by questions that
 * no cube answers. Only `kind = complaint` counts, but for chasers. A complaint is closed when its closing moment is
 * known, be it settled or withdrawn; it was closed in time when that was on the day due or before,
 * and overdue when it was not: ask about days that are over. Amounts are in fen.
 */
export const rowSums: Readonly<Record<ToldSum, Sql>> = {
  complaints: sql`toUInt64(kind = 'complaint')`,
  chasers: sql`toUInt64(kind = 'chaser')`,
  repeats: sql`toUInt64(kind = 'complaint' AND is_repeat != 0)`,
  escalated: sql`toUInt64(kind = 'complaint' AND is_escalated != 0)`,
  withdrawn: sql`toUInt64(kind = 'complaint' AND status = 'withdrawn')`,
  answered: sql`toUInt64(kind = 'complaint' AND (answered_at IS NOT NULL OR closed_at IS NOT NULL))`,
  mediations: sql`toUInt64(kind = 'complaint' AND settlement = 'mediation')`,
  mediated: sql`
    toUInt64(kind = 'complaint' AND settlement = 'mediation' AND closed_at IS NOT NULL AND status != 'withdrawn')`,
  illicit: sql`toUInt64(kind = 'complaint' AND complainant_kind = 'illicit')`,
  closed: sql`toUInt64(kind = 'complaint' AND closed_at IS NOT NULL)`,
  handling_days: sql`if(kind = 'complaint' AND closed_at IS NOT NULL, toUInt64(${handlingDays}), 0)`,
  rated: sql`toUInt64(kind = 'complaint' AND closed_at IS NOT NULL AND satisfaction IS NOT NULL)`,
  satisfied: sql`toUInt64(kind = 'complaint' AND closed_at IS NOT NULL AND ifNull(satisfaction, 0) >= 4)`,
  compensated: sql`toUInt64(${isCompensated})`,
  compensation: sql`if(${isCompensated}, ${fen}, 0)`,
  goodwill: sql`toUInt64(${isCompensated} AND settlement = 'goodwill')`,
  goodwill_amount: sql`if(${isCompensated} AND settlement = 'goodwill', ${fen}, 0)`,
  due: sql`toUInt64(kind = 'complaint' AND due_on IS NOT NULL)`,
  closed_in_time: sql`toUInt64(kind = 'complaint' AND ifNull(toDate(closed_at) <= due_on, 0))`,
  due_closed: sql`toUInt64(kind = 'complaint' AND due_on IS NOT NULL AND closed_at IS NOT NULL)`,
  overdue: sql`toUInt64(kind = 'complaint' AND due_on IS NOT NULL AND NOT ifNull(toDate(closed_at) <= due_on, 0))`,
  still_open: sql`
    toUInt64(kind = 'complaint' AND due_on IS NOT NULL AND closed_at IS NULL AND status NOT IN ('closed', 'withdrawn'))`,
};

/** What one row adds to a sum, its chasers looked up within the caller's scope. */
export const rowSum = (sum: RowSum, scope: Scope): Sql =>
  sum === 'chased'
    ? sql`toUInt64(kind = 'complaint' AND complaint_id IN (SELECT linked_to FROM ${chasers(scope)}))`
    : rowSums[sum];

/** Chasers that name their complaint. */
export const chasers = (scope: Scope): Sql =>
  sql`(SELECT linked_to, received_at FROM complaint FINAL WHERE kind = 'chaser' AND linked_to != ''${withinScope(scope)})`;
