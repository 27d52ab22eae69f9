import type { Dimension } from '@tocsin/contracts';
import { z } from 'zod';
import type { CaseQuestion } from '../cases/case-question.ts';
import { caseRows } from '../cases/case-rows.ts';
import { complaintColumn, dimensionColumn } from '../facts/columns.ts';
import { facts } from '../facts/facts.ts';
import { Count } from '../rows/scalars.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { type Sql, sql } from '../sql/sql.ts';

const FacetValue = z.object({ code: z.string(), count: Count });
export type FacetValue = z.output<typeof FacetValue>;

interface FacetQuestion extends CaseQuestion {
  readonly name: Dimension;
  readonly limit: number;
}

/**
 * How many complaints each value of one dimension has, the most first, under everything asked but that dimension's own
 * values. From a cube where figures alone are asked about, else from `complaint FINAL`.
 */
export function facet({ name, limit, ...asked }: FacetQuestion): Query<FacetValue> {
  const question = { ...asked, filter: { ...asked.filter, [name]: [] } };
  const { rows, code, count, answeredBy } = isFiguresAlone(question)
    ? ofFigures(name, question)
    : ofComplaints(name, question);
  return {
    name: 'facet',
    row: FacetValue,
    answeredBy,
    sql: sql`
      SELECT toString(${code}) AS code, ${count} AS count
      ${rows}
      GROUP BY code
      HAVING count > 0
      ORDER BY count DESC, code
      LIMIT ${bind(limit, 'UInt32')}`,
  };
}

interface Counted {
  readonly rows: Sql;
  readonly code: Sql;
  readonly count: Sql;
  readonly answeredBy: string;
}

function ofFigures(dimension: Dimension, question: CaseQuestion): Counted {
  const periods = question.whenever === true ? {} : { periods: [question.filter] };
  const { relation, answeredBy } = facts({ ...question, dimensions: [dimension], sums: ['complaints'], ...periods });
  return { rows: sql`FROM (${relation})`, code: dimensionColumn(dimension), count: sql`sum(complaints)`, answeredBy };
}

const ofComplaints = (name: Dimension, question: CaseQuestion): Counted => ({
  rows: caseRows(question, [name]),
  code: complaintColumn(name),
  count: sql`count()`,
  answeredBy: 'complaint',
});

const isFiguresAlone = ({ words = [], marks = [], open }: CaseQuestion) =>
  open === undefined && words.length === 0 && marks.length === 0;
