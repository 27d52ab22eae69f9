import { z } from 'zod';
import { Count, Flag, json } from '../rows/scalars.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const ReferenceChange = z.object({
  table: z.string(),
  key: z.string(),
  version: Count,
  removed: Flag,
  cells: json(z.record(z.string(), z.string())),
  at: z.iso.datetime(),
});
export type ReferenceChange = z.output<typeof ReferenceChange>;

/** Everything that ever happened to the rows of some reference tables, the oldest version first. */
export const referenceHistory = (tables: readonly string[]): Query<ReferenceChange> => ({
  name: 'reference-history',
  row: ReferenceChange,
  sql: sql`
    SELECT made.table_name AS table, r.key AS key, made.version AS version, r.removed AS removed, r.cells AS cells,
           made.at AS at
    FROM (SELECT table_name, key, version, removed, cells FROM reference_row FINAL) AS r
    INNER JOIN (
      SELECT table_name, version, at
      FROM reference_version FINAL
      WHERE table_name IN ${bind(tables, 'Array(String)')}) AS made USING (table_name, version)
    ORDER BY table, version, key`,
});
