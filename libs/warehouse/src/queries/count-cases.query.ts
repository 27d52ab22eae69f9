import { z } from 'zod';
import type { CaseQuestion } from '../cases/case-question.ts';
import { caseRows } from '../cases/case-rows.ts';
import { Count } from '../rows/scalars.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const CaseCount = z.object({ total: Count });

/** How many complaints a list has, over all its pages. */
export const countCases = (question: CaseQuestion): Query<z.output<typeof CaseCount>> => ({
  name: 'count-cases',
  row: CaseCount,
  answeredBy: 'complaint',
  sql: sql`SELECT count() AS total ${caseRows(question)}`,
});
