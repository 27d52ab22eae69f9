import { z } from 'zod';
import { givenFields } from '../cases/case-fields.ts';
import { type Scope, withinScope } from '../facts/scope.ts';
import { Count, Digits, Flag } from '../rows/scalars.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const CaseVersion = z.object({
  version: Digits,
  current: Flag,
  batchId: z.string(),
  batchName: z.string(),
  row: Count,
  arrivedAt: z.iso.datetime(),
  status: z.string(),
  fields: z.record(z.string(), z.string()),
});
export type CaseVersionRecord = z.output<typeof CaseVersion>;

/**
 * Every version of one complaint with all its fields, the oldest first; repeats of the same version once. What is still
 * being imported is left out.
 */
export const caseVersions = (question: { readonly id: string; readonly scope: Scope }): Query<CaseVersionRecord> => {
  const { id, scope } = question;
  return {
    name: 'case-versions',
    row: CaseVersion,
    sql: sql`
    SELECT bitShiftRight(full, 32) AS version,
           full IN (SELECT version FROM complaint FINAL WHERE complaint_id = ${bind(id, 'String')}${withinScope(scope)}) AS current,
           batchId, ifNull(name, '') AS batchName, row, arrivedAt, status, fields
    FROM (
      SELECT version AS full, batch_id AS batchId, row_number AS row, arrived_at AS arrivedAt, status,
             ${givenFields} AS fields
      FROM complaint_version FINAL
      WHERE complaint_id = ${bind(id, 'String')} AND batch_id IN (SELECT batch_id FROM settlement)${withinScope(scope)}
      ORDER BY version, arrived_at, batch_id, row_number
      LIMIT 1 BY version) AS known
    LEFT JOIN (SELECT batch_id AS batchId, name FROM import_batch FINAL) AS import USING (batchId)
    ORDER BY full`,
  };
};
