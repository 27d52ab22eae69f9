import type { Dimension } from '@tocsin/contracts';
import { identifier } from '../sql/identifier.ts';
import { type Sql, allOf, sql } from '../sql/sql.ts';
import { type Cube, type RowSum, cubeTables, dailySums } from '../tables/cubes.ts';
import { chooseTable } from './choose-table.ts';
import { complaintColumn, dimensionColumn, list, sumColumn } from './columns.ts';
import { type Period, withinAny } from './period.ts';
import { rowSums } from './row-sums.ts';
import { type Scope, isWholeCompany, withinScope } from './scope.ts';
import { type SliceFilter, filteredDimensions, sliceConditions } from './slice-filter.ts';

export interface FactsQuestion {
  readonly filter: SliceFilter;
  readonly scope: Scope;
  /** Columns wanted beside the day. */
  readonly dimensions: readonly Dimension[];
  /** All by the day received, or all by the day due. */
  readonly sums: readonly RowSum[];
  /** Absent: all days. */
  readonly periods?: readonly Period[];
}

export interface Facts {
  /** A relation `day, …dimensions, …sums`; any number of rows a day, so sums are still to be summed. */
  readonly relation: Sql;
  readonly answeredBy: string;
}

/**
 * What every question about complaints reads: the rows of its slice and periods, within the caller's scope, from the
 * table that answers it best. Nothing else in this library reads complaints or cubes for a caller.
 */
export function facts(question: FactsQuestion): Facts {
  const { filter, scope, dimensions, sums } = question;
  const scopeDimension: Dimension[] = isWholeCompany(scope) ? [] : ['organisation'];
  const table = chooseTable([...dimensions, ...filteredDimensions(filter), ...scopeDimension], sums);
  return table === 'complaint'
    ? { relation: factsOfComplaints(question), answeredBy: 'complaint' }
    : { relation: factsOfCube(question, table), answeredBy: table.table };
}

function factsOfCube({ filter, scope, dimensions, sums, periods }: FactsQuestion, cube: Cube): Sql {
  return sql`
    SELECT ${list([sql`day`, ...dimensions.map(dimensionColumn), ...sums.map(sumColumn)])}
    FROM ${identifier(cube.table, cubeTables)}
    WHERE ${allOf([...inPeriods(sql`day`, periods), ...sliceConditions(filter, dimensionColumn)])}${withinScope(scope)}`;
}

function factsOfComplaints({ filter, scope, dimensions, sums, periods }: FactsQuestion): Sql {
  const byDue = sums.some((sum) => !(dailySums as readonly RowSum[]).includes(sum));
  const day = byDue ? sql`assumeNotNull(due_on)` : sql`toDate(received_at)`;
  const conditions = [
    ...(byDue ? [sql`kind = 'complaint'`, sql`due_on IS NOT NULL`] : []),
    ...inPeriods(byDue ? sql`due_on` : day, periods),
    ...sliceConditions(filter, complaintColumn),
  ];
  const columns = [
    sql`${day} AS day`,
    ...dimensions.map((dimension) => sql`${complaintColumn(dimension)} AS ${dimensionColumn(dimension)}`),
    ...sums.map((sum) => sql`${rowSums[sum]} AS ${sumColumn(sum)}`),
  ];
  return sql`
    SELECT ${list(columns)}
    FROM complaint FINAL
    WHERE ${allOf(conditions)}${withinScope(scope)}`;
}

const inPeriods = (day: Sql, periods: readonly Period[] | undefined): Sql[] =>
  periods === undefined ? [] : [withinAny(day, periods)];
