import { z } from 'zod';
import { Flag } from '../rows/scalars.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const MovedCase = z.object({
  id: z.string(),
  receivedOn: z.iso.date(),
  closedOn: z.iso.date().nullable(),
  isWithdrawn: Flag,
  dueOn: z.iso.date().nullable(),
  dueBy: z.string(),
  /** The due day as its version has it, and whose that is. */
  versionDue: z.iso.date().nullable(),
  versionBy: z.string(),
});
export type MovedCase = z.output<typeof MovedCase>;

/**
 * How the due days of these complaints stand, beside what their versions say; for the flow alone. Their versions tell on
 * which days they lie, so that no others are merged.
 */
export const casesWithEvents = (ids: readonly string[]): Query<MovedCase> => ({
  name: 'cases-with-events',
  row: MovedCase,
  sql: sql`
    WITH own AS (
      SELECT complaint_id, version, batch_id, row_number, due_on AS due, due_by AS whose, toDate(received_at) AS day
      FROM complaint_version FINAL
      WHERE complaint_id IN ${bind(ids, 'Array(String)')})
    SELECT complaint_id AS id, toDate(received_at) AS receivedOn, toDate(closed_at) AS closedOn,
           status = 'withdrawn' AS isWithdrawn, due_on AS dueOn, due_by AS dueBy, own.due AS versionDue,
           own.whose AS versionBy
    FROM (
      SELECT *
      FROM complaint FINAL
      WHERE kind = 'complaint' AND toDate(received_at) IN (SELECT DISTINCT day FROM own)
        AND complaint_id IN ${bind(ids, 'Array(String)')}) AS stands
    INNER JOIN own USING (complaint_id, version, batch_id, row_number)
    ORDER BY id`,
});
