import { bind } from '../sql/bind.ts';
import { type Sql, sql } from '../sql/sql.ts';
import { list } from './columns.ts';
import { type Period, within } from './period.ts';

/**
 * A relation `period, …columns` with one row for each period, in one pass over a relation that has a `day`; `period` is
 * the index. `columns` gives each column's name and its aggregate over the days that the condition keeps. Periods may
 * overlap, which grouping could not do.
 */
export function perPeriod(
  relation: Sql,
  periods: readonly Period[],
  columns: readonly { readonly name: Sql; readonly over: (inside: Sql, period: Period) => Sql }[],
): Sql {
  const indexes = list(periods.map((_, index) => sql`${bind(index, 'UInt8')}`));
  const arrays = columns.map(({ name, over }) => {
    const values = periods.map((period) => over(within(sql`day`, period), period));
    return sql`[${list(values)}] AS by_${name}`;
  });
  return sql`
    SELECT period, ${list(columns.map(({ name }) => name))}
    FROM (SELECT [${indexes}] AS periods, ${list(arrays)} FROM (${relation}))
    ARRAY JOIN periods AS period, ${list(columns.map(({ name }) => sql`by_${name} AS ${name}`))}`;
}
