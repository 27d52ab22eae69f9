import { z } from 'zod';
import { type AsKnown, complaintsAsKnown } from '../facts/complaints-as-known.ts';
import { Flag } from '../rows/scalars.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const CaseAsKnown = z.object({
  id: z.string(),
  receivedOn: z.iso.date(),
  closedOn: z.iso.date().nullable(),
  isWithdrawn: Flag,
  /** The due day as its version has it, and whose that is. */
  versionDue: z.iso.date().nullable(),
  versionBy: z.string(),
});
export type CaseAsKnown = z.output<typeof CaseAsKnown>;

/** How these complaints stood at a past moment, as far as their due days depend on it. */
export function casesAsKnown(ids: readonly string[], asKnown: AsKnown): Query<CaseAsKnown> {
  const those = sql`complaint_id IN ${bind(ids, 'Array(String)')} AND kind = 'complaint'`;
  return {
    name: 'cases-as-known',
    row: CaseAsKnown,
    sql: sql`
      SELECT complaint_id AS id, toDate(received_at) AS receivedOn, toDate(closed_at) AS closedOn,
             status = 'withdrawn' AS isWithdrawn, due_on AS versionDue, due_by AS versionBy
      FROM ${complaintsAsKnown(asKnown, those)}
      WHERE ${those}
      ORDER BY id`,
  };
}
