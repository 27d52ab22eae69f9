import type { IsoDay } from '@tocsin/contracts';
import { z } from 'zod';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { emptySql, sql } from '../sql/sql.ts';

const RuleDueDay = z.object({ receivedOn: z.iso.date(), dueOn: z.iso.date().nullable() });
export type RuleDueDay = z.output<typeof RuleDueDay>;

/**
 * Which due days complaints have that got theirs from the rules, by the day received; for the flow alone. Without `days`
 * nothing is merged, and what was replaced may still be among them; of `days` it is just what stands.
 */
export const ruleDueDays = (days?: readonly IsoDay[]): Query<RuleDueDay> => ({
  name: 'rule-due-days',
  row: RuleDueDay,
  sql: sql`
    SELECT DISTINCT toDate(received_at) AS receivedOn, due_on AS dueOn
    FROM complaint${days === undefined ? emptySql : sql` FINAL`}
    WHERE kind = 'complaint' AND due_by = 'rules'${
      days === undefined ? emptySql : sql` AND toDate(received_at) IN ${bind(days, 'Array(Date)')}`
    }
    ORDER BY receivedOn, dueOn`,
});
