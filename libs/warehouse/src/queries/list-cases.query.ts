import { type CaseColumn, caseColumnNames, selectedColumns } from '../cases/case-columns.ts';
import type { CaseQuestion } from '../cases/case-question.ts';
import { caseRows } from '../cases/case-rows.ts';
import { withinScope } from '../facts/scope.ts';
import { CaseRecord } from '../rows/cases.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { type Sql, sql } from '../sql/sql.ts';

export type CaseOrder = 'newest' | 'oldest' | 'due';

/** Where a page ended: the rank and number of its last complaint. */
export interface CasePlace {
  readonly rank: number;
  readonly id: string;
}

export interface CaseListQuestion extends CaseQuestion {
  readonly order: CaseOrder;
  readonly after?: CasePlace | undefined;
  readonly limit: number;
  /** For tables; absent: all. */
  readonly columns?: readonly CaseColumn[] | undefined;
}

/**
 * One page of complaints. It goes on by the place where the last one ended, not by counting rows, so that a page far down
 * costs no more than the first and none is shown twice. Only the numbers of the page are sorted and cut; the rest of its
 * columns is read for those alone. Without a due day they come last.
 */
export function listCases(question: CaseListQuestion): Query<CaseRecord> {
  return { name: 'list-cases', row: CaseRecord, answeredBy: 'complaint', sql: page(question, caseColumnNames, true) };
}

/** The same page as a table of some columns. */
export function caseTable(question: CaseListQuestion): Query<unknown> {
  const { columns = [] } = question;
  return {
    ...listCases(question),
    sql: page(question, columns.length === 0 ? caseColumnNames : columns, false),
  };
}

function page(question: CaseListQuestion, columns: readonly CaseColumn[], isRanked: boolean): Sql {
  const { order, limit, scope } = question;
  const rank =
    order === 'due' ? sql`toUInt32(ifNull(due_on, toDate('2149-06-06')))` : sql`toUnixTimestamp(received_at)`;
  const turn = order === 'newest' ? sql`DESC` : sql`ASC`;
  return sql`
    SELECT ${selectedColumns(columns)}${isRanked ? sql`, ${rank} AS rank` : sql``}
    FROM complaint FINAL
    WHERE (toDate(received_at), complaint_id) IN (
      SELECT toDate(received_at), complaint_id
      ${caseRows(question, [], beyond(question, rank))}
      ORDER BY ${rank} ${turn}, complaint_id ${turn}
      LIMIT ${bind(limit, 'UInt32')})${withinScope(scope)}
    ORDER BY ${rank} ${turn}, complaint_id ${turn}`;
}

function beyond({ order, after }: CaseListQuestion, rank: Sql): Sql[] {
  if (after === undefined) return [];
  const place = sql`(${bind(after.rank, 'UInt32')}, ${bind(after.id, 'String')})`;
  const moment = sql`fromUnixTimestamp(${bind(after.rank, 'UInt32')})`;
  if (order === 'newest') return [sql`received_at <= ${moment}`, sql`(${rank}, complaint_id) < ${place}`];
  const further = sql`(${rank}, complaint_id) > ${place}`;
  return order === 'oldest' ? [sql`received_at >= ${moment}`, further] : [further];
}
