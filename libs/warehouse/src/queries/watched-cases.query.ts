import { z } from 'zod';
import type { CaseQuestion } from '../cases/case-question.ts';
import { caseRows } from '../cases/case-rows.ts';
import { Count } from '../rows/scalars.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const WatchedCase = z.object({
  id: z.string(),
  receivedOn: z.iso.date(),
  dueOn: z.iso.date().nullable(),
  organisation: z.string(),
  region: z.string(),
  people: Count,
});
export type WatchedCase = z.output<typeof WatchedCase>;

/** Complaints that are to be watched one by one: those asked for that so many people or more brought, the first due first. */
export function watchedCases(
  question: CaseQuestion & { readonly people?: number; readonly limit: number },
): Query<WatchedCase> {
  const { people = 0, limit } = question;
  const together = people === 0 ? [] : [sql`group_size >= ${bind(people, 'UInt32')}`];
  return {
    name: 'watched-cases',
    row: WatchedCase,
    answeredBy: 'complaint',
    sql: sql`
      SELECT complaint_id AS id, toDate(received_at) AS receivedOn, due_on AS dueOn, organisation,
             report_region AS region, greatest(group_size, 1) AS people
      ${caseRows(question, ['organisation', 'region'], together)}
      ORDER BY dueOn IS NULL, dueOn, id
      LIMIT ${bind(limit, 'UInt32')}`,
  };
}
