import { z } from 'zod';
import { type Scope, withinScope } from '../facts/scope.ts';
import { Count, Digits, Flag } from '../rows/scalars.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const ComplaintVersion = z.object({
  version: Digits,
  current: Flag,
  batchId: z.string(),
  batchName: z.string(),
  row: Count,
  arrivedAt: z.iso.datetime(),
  receivedOn: z.iso.date(),
  status: z.string(),
});
export type ComplaintVersion = z.output<typeof ComplaintVersion>;

interface VersionsQuestion {
  readonly id: string;
  readonly scope: Scope;
}

/**
 * Every version of one complaint that the caller may see, the newest first: the batch and row it came in, and whether it
 * is the one that counts. `version` is the source's own, or the second at which something last happened to the
 * complaint. What is still being imported is left out.
 */
export const complaintVersions = ({ id, scope }: VersionsQuestion): Query<ComplaintVersion> => ({
  name: 'complaint-versions',
  row: ComplaintVersion,
  sql: sql`
    SELECT bitShiftRight(version, 32) AS version,
           (known.version, known.batchId, row) IN (
             SELECT version, batch_id, row_number
             FROM complaint FINAL
             WHERE complaint_id = ${bind(id, 'String')}${withinScope(scope)}) AS current,
           batchId, ifNull(name, '') AS batchName, row, arrivedAt, receivedOn, status
    FROM (
      SELECT version, batch_id AS batchId, row_number AS row, arrived_at AS arrivedAt,
             toDate(received_at) AS receivedOn, status
      FROM complaint_version FINAL
      WHERE complaint_id = ${bind(id, 'String')} AND batch_id IN (SELECT batch_id FROM settlement)${withinScope(scope)}) AS known
    LEFT JOIN (SELECT batch_id AS batchId, name FROM import_batch FINAL) AS import USING (batchId)
    ORDER BY known.version DESC, batchId DESC, row DESC`,
});
