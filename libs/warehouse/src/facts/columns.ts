import { type Clock, type Dimension, dimensions, sumIds } from '@tocsin/contracts';
import { identifier } from '../sql/identifier.ts';
import { type Sql, joinSql, sql } from '../sql/sql.ts';
import type { RowSum } from '../tables/cubes.ts';

const sums: readonly RowSum[] = [...sumIds, 'still_open'];

export const dimensionColumn = (dimension: Dimension): Sql => sql`${identifier(dimension, dimensions)}`;
export const sumColumn = (sum: RowSum): Sql => sql`${identifier(sum, sums)}`;

/**
 * Where a row of `complaint` keeps a dimension: regions are counted where they report; a complaint of several special
 * groups is a row for each.
 */
export function complaintColumn(dimension: Dimension): Sql {
  switch (dimension) {
    case 'region':
      return sql`report_region`;
    case 'special_group':
      return sql`arrayJoin(if(empty(special_groups), [''], special_groups))`;
    case 'sale_month':
      return sql`if(sale_day IS NULL, '', substring(toString(assumeNotNull(sale_day)), 1, 7))`;
    default:
      return dimensionColumn(dimension);
  }
}

/** The day of a row of `complaint` by a clock; ask only rows that have it. */
export const complaintDay: Readonly<Record<Clock, Sql>> = {
  received: sql`toDate(received_at)`,
  due: sql`assumeNotNull(due_on)`,
  closed: sql`toDate(assumeNotNull(closed_at))`,
};

/** Which rows of `complaint` have a day by the clock. */
export const hasDay: Readonly<Record<Clock, readonly Sql[]>> = {
  received: [],
  due: [sql`kind = 'complaint'`, sql`due_on IS NOT NULL`],
  closed: [sql`kind = 'complaint'`, sql`closed_at IS NOT NULL`],
};

/** `a, b, c` */
export const list = (parts: readonly Sql[]): Sql => joinSql(parts, ', ');
