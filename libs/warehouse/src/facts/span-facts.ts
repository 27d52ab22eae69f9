import type { SpanId } from '@tocsin/contracts';
import { type Sql, joinSql, sql } from '../sql/sql.ts';
import { spanCube } from '../tables/cubes.ts';
import { complaintColumn, complaintDay, dimensionColumn, hasDay, list } from './columns.ts';
import type { Facts, FactsQuestion } from './facts.ts';
import { type Period, withinAny } from './period.ts';
import { chasers, handlingDays } from './row-sums.ts';
import { type Scope, isWholeCompany, withinScope } from './scope.ts';
import { complaintConditions, filteredDimensions, sliceConditions } from './slice-filter.ts';
import { askedFor, translatedRows } from './translated.ts';

export interface SpanQuestion extends Omit<FactsQuestion, 'sums'> {
  readonly span: SpanId;
  readonly periods: readonly Period[];
}

/** A relation `day, …dimensions, days, cases`: how many cases took so many whole days, any number of rows each. */
export function spanFacts(asked: SpanQuestion): Facts {
  const question = { ...asked, filter: askedFor(asked.filter, asked.translation) };
  const needed = [...question.dimensions, ...filteredDimensions(question.filter)];
  const isInCube =
    question.span === 'handling' &&
    isWholeCompany(question.scope) &&
    needed.every((dimension) => spanCube.dimensions.includes(dimension));
  return isInCube
    ? { relation: spansOfCube(question), answeredBy: spanCube.table }
    : { relation: spansOfComplaints(question, needed), answeredBy: 'complaint' };
}

function spansOfCube({ filter, dimensions, periods }: SpanQuestion): Sql {
  const conditions = [withinAny(sql`day`, periods), ...sliceConditions(filter, dimensionColumn)];
  return sql`
    SELECT ${list([sql`day`, ...dimensions.map(dimensionColumn), sql`days`])}, closed AS cases
    FROM cube_closed_span
    WHERE ${joinSql(conditions, ' AND ')}`;
}

function spansOfComplaints(question: SpanQuestion, needed: FactsQuestion['dimensions']): Sql {
  const { span, filter, dimensions, periods, translation } = question;
  const { clock, table, days } = sources[span](question.scope);
  const day = complaintDay[clock];
  const rows = translatedRows({
    table,
    own: [sql`kind = 'complaint'`, ...hasDay[clock], withinAny(day, periods)],
    scope: withinScope(question.scope),
    slices: complaintConditions(filter),
    day: sql`toDate(received_at)`,
    translation,
    column: complaintColumn,
    needed,
  });
  const columns = dimensions.map((dimension) => sql`${complaintColumn(dimension)} AS ${dimensionColumn(dimension)}`);
  return sql`
    SELECT ${list([sql`${day} AS day`, ...columns, sql`toUInt16(${days}) AS days`])}, toUInt64(1) AS cases
    ${rows}`;
}

const sources = {
  handling: () => ({ clock: 'closed', table: sql`complaint FINAL`, days: handlingDays }),
  first_chaser: (scope: Scope) => ({
    clock: 'received',
    table: sql`(
      SELECT *
      FROM complaint FINAL
      INNER JOIN (
        SELECT linked_to AS chased_id, min(received_at) AS chased_at
        FROM ${chasers(scope)}
        GROUP BY chased_id) AS chasers ON complaint_id = chased_id)`,
    days: sql`greatest(0, dateDiff('day', toDate(received_at), toDate(chased_at)))`,
  }),
} as const satisfies Record<SpanId, (scope: Scope) => { clock: 'received' | 'closed'; table: Sql; days: Sql }>;
