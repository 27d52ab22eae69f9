import { z } from 'zod';
import { caseColumnNames, selectedColumns } from '../cases/case-columns.ts';
import { givenFields } from '../cases/case-fields.ts';
import { type Scope, withinScope } from '../facts/scope.ts';
import { CaseRecord } from '../rows/cases.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const WholeCase = CaseRecord.omit({ rank: true }).extend({
  kind: z.string(),
  receivedOn: z.iso.date(),
  closedOn: z.iso.date().nullable(),
  linkedTo: z.string(),
  /** Keyed hash that finds one person's complaints; never shown. */
  personKey: z.string(),
  /** The due day as the source gave it, whatever has moved it since. */
  givenDue: z.iso.date().nullable(),
  fields: z.record(z.string(), z.string()),
});
export type WholeCase = z.output<typeof WholeCase>;

/** One complaint, chaser or whatever has this number, if the caller may see it. */
export const getCase = ({ id, scope }: { readonly id: string; readonly scope: Scope }): Query<WholeCase> => ({
  name: 'get-case',
  row: WholeCase,
  sql: sql`
    SELECT ${selectedColumns(caseColumnNames)}, kind, toDate(received_at) AS receivedOn,
           toDate(closed_at) AS closedOn, linked_to AS linkedTo, complainant_key AS personKey,
           multiIf(due_by = 'rules', NULL, due_by != 'events', due_on, (
             SELECT any(if(due_by = 'rules', NULL, due_on))
             FROM complaint_version FINAL
             WHERE complaint_id = ${bind(id, 'String')}
               AND (version, batch_id, row_number) IN (
                 SELECT version, batch_id, row_number
                 FROM complaint FINAL
                 WHERE complaint_id = ${bind(id, 'String')}${withinScope(scope)})${withinScope(scope)})) AS givenDue,
           ${givenFields} AS fields
    FROM complaint FINAL
    WHERE complaint_id = ${bind(id, 'String')}${withinScope(scope)}
    LIMIT 1`,
});
