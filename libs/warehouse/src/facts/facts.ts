import type { Dimension, Translation } from '@tocsin/contracts';
import { identifier } from '../sql/identifier.ts';
import { type Sql, sql } from '../sql/sql.ts';
import { type Cube, type RowSum, clockOfSum, cubeTables } from '../tables/cubes.ts';
import { chooseTable } from './choose-table.ts';
import { complaintColumn, complaintDay, dimensionColumn, hasDay, list, sumColumn } from './columns.ts';
import { type Period, withinAny } from './period.ts';
import { rowSum } from './row-sums.ts';
import { type Scope, isWholeCompany, withinScope } from './scope.ts';
import { type SliceFilter, filteredDimensions, sliceConditions, complaintConditions } from './slice-filter.ts';
import { askedFor, isDayBound, translatedRows } from './translated.ts';

export interface FactsQuestion {
  readonly filter: SliceFilter;
  readonly scope: Scope;
  /** Columns wanted beside the day. */
  readonly dimensions: readonly Dimension[];
  /** At least one; all of one clock. */
  readonly sums: readonly [RowSum, ...RowSum[]];
  /** Absent: all days. */
  readonly periods?: readonly Period[];
  /** How codes are told; absent: as complaints carry them. */
  readonly translation?: Translation | undefined;
}

export interface Facts {
  /** A relation of what is told of each row; any number of rows a day, so sums are still to be summed. */
  readonly relation: Sql;
  readonly answeredBy: string;
}

/**
 * What every question about complaints reads: the rows of its slice and periods, within the caller's scope, from the
 * table that answers it best. Nothing else in this library reads complaints or cubes for a caller. What is `told` of a row are
 * columns made of `day, …dimensions, …sums`, by default these themselves. (A relation around it would say the same; but of the
 * time that a cube's answer takes the engine spends most on planning, and each level adds to it.)
 */
export function facts(asked: FactsQuestion, told?: Sql): Facts {
  const question = { ...asked, filter: askedFor(asked.filter, asked.translation) };
  const { scope, sums, translation } = question;
  const scopeDimension: Dimension[] = isWholeCompany(scope) ? [] : ['organisation'];
  const needed = neededBy(question);
  // Codes change by the day received, which sums by another day have lost.
  const isLost = clockOfSum(sums[0]) !== 'received' && isDayBound(translation, needed);
  const table = isLost ? 'complaint' : chooseTable([...needed, ...scopeDimension], sums);
  return table === 'complaint'
    ? { relation: factsOfComplaints(question, told), answeredBy: 'complaint' }
    : { relation: factsOfCube(question, table, told ?? columnsOf(question)), answeredBy: table.table };
}

const columnsOf = ({ dimensions, sums }: FactsQuestion): Sql =>
  list([sql`day`, ...dimensions.map(dimensionColumn), ...sums.map(sumColumn)]);

const neededBy = ({ dimensions, filter }: FactsQuestion): Dimension[] => [...dimensions, ...filteredDimensions(filter)];

function factsOfCube(question: FactsQuestion, cube: Cube, told: Sql): Sql {
  const { filter, scope, periods, translation } = question;
  const rows = translatedRows({
    table: sql`${identifier(cube.table, cubeTables)}`,
    own: inPeriods(sql`day`, periods),
    scope: withinScope(scope),
    slices: sliceConditions(filter, dimensionColumn),
    day: sql`day`,
    translation,
    column: dimensionColumn,
    needed: neededBy(question),
  });
  return sql`
    SELECT ${told}
    ${rows}`;
}

function factsOfComplaints(question: FactsQuestion, told: Sql | undefined): Sql {
  const { filter, scope, dimensions, sums, periods, translation } = question;
  const clock = clockOfSum(sums[0]);
  const day = complaintDay[clock];
  const rows = translatedRows({
    table: sql`complaint FINAL`,
    own: [...hasDay[clock], ...inPeriods(day, periods)],
    scope: withinScope(scope),
    slices: complaintConditions(filter),
    day: sql`toDate(received_at)`,
    translation,
    column: complaintColumn,
    needed: neededBy(question),
  });
  const columns = [
    sql`${day} AS day`,
    ...dimensions.map((dimension) => sql`${complaintColumn(dimension)} AS ${dimensionColumn(dimension)}`),
    ...sums.map((sum) => sql`${rowSum(sum, scope)} AS ${sumColumn(sum)}`),
  ];
  const relation = sql`
    SELECT ${list(columns)}
    ${rows}`;
  return told === undefined ? relation : sql`SELECT ${told} FROM (${relation})`;
}

const inPeriods = (day: Sql, periods: readonly Period[] | undefined): Sql[] =>
  periods === undefined ? [] : [withinAny(day, periods)];
