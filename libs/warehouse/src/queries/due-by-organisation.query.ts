import { z } from 'zod';
import type { CaseQuestion } from '../cases/case-question.ts';
import { caseRows } from '../cases/case-rows.ts';
import { splitCode } from '../facts/split.ts';
import { Count } from '../rows/scalars.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const DueOfOrganisation = z.object({ organisation: z.string(), dueOn: z.iso.date(), cases: Count });
export type DueOfOrganisation = z.output<typeof DueOfOrganisation>;

/** Open complaints by responsible organisation at a level (1 is the top) and due day; those without one are left out. */
export function dueByOrganisation(question: CaseQuestion & { readonly level: number }): Query<DueOfOrganisation> {
  const { level } = question;
  return {
    name: 'due-by-organisation',
    row: DueOfOrganisation,
    answeredBy: 'complaint',
    sql: sql`
      SELECT unit AS organisation, dueOn, count() AS cases
      FROM (
        SELECT ${splitCode({ dimension: 'organisation', level })} AS unit, assumeNotNull(due_on) AS dueOn
        ${caseRows(question, ['organisation'], [sql`due_on IS NOT NULL`])})
      GROUP BY organisation, dueOn
      ORDER BY organisation, dueOn`,
  };
}
