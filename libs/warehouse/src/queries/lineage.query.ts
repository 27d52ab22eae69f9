import type { ComplaintFilter, Translation } from '@tocsin/contracts';
import { z } from 'zod';
import { complaintColumn } from '../facts/columns.ts';
import { within } from '../facts/period.ts';
import { type Scope, withinScope } from '../facts/scope.ts';
import { filteredDimensions, sliceConditions } from '../facts/slice-filter.ts';
import { askedFor, translatedRows } from '../facts/translated.ts';
import { Count } from '../rows/scalars.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const BatchBehind = z.object({
  id: z.string(),
  name: z.string(),
  profile: z.string(),
  receivedAt: z.iso.datetime(),
  complaints: Count,
  firstRow: Count,
  lastRow: Count,
});
export type BatchBehind = z.output<typeof BatchBehind>;

interface LineageQuestion {
  readonly filter: ComplaintFilter;
  readonly scope: Scope;
  readonly translation?: Translation | undefined;
}

/**
 * The batches behind a figure: those whose rows the filter's complaints stand on now, the one with the most first, and
 * between which of its rows they lie. Their complaints add up to the figure.
 */
export function lineage({ filter: asked, scope, translation }: LineageQuestion): Query<BatchBehind> {
  const filter = askedFor(asked, translation);
  const rows = translatedRows({
    table: sql`complaint FINAL`,
    own: [sql`kind = 'complaint'`, within(sql`toDate(received_at)`, filter)],
    scope: withinScope(scope),
    slices: sliceConditions(filter, complaintColumn),
    day: sql`toDate(received_at)`,
    translation,
    column: complaintColumn,
    needed: filteredDimensions(filter),
  });
  return {
    name: 'lineage',
    row: BatchBehind,
    answeredBy: 'complaint',
    sql: sql`
      SELECT id, name, profile, import.received_at AS receivedAt, complaints, firstRow, lastRow
      FROM (
        SELECT batch_id AS id, count() AS complaints, min(row_number) AS firstRow, max(row_number) AS lastRow
        ${rows}
        GROUP BY id) AS behind
      INNER JOIN (SELECT batch_id AS id, name, profile, received_at FROM import_batch FINAL) AS import USING (id)
      ORDER BY complaints DESC, id`,
  };
}
