import { z } from 'zod';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const Reach = z.object({ table: z.string(), reaches: z.string() });

/** The greatest cell of the column that tells how far a table reaches, as text; no row for a table without any. */
export const referenceReach = (
  tables: readonly { readonly name: string; readonly reaches: string }[],
): Query<z.infer<typeof Reach>> => ({
  name: 'reference-reach',
  row: Reach,
  sql: sql`
    SELECT table_name AS table, max(JSONExtractString(kept, transform(table_name, ${bind(
      tables.map(({ name }) => name),
      'Array(String)',
    )}, ${bind(
      tables.map(({ reaches }) => reaches),
      'Array(String)',
    )}, ''))) AS reaches
    FROM (
      SELECT table_name, key, argMax(cells, version) AS kept
      FROM reference_row
      WHERE table_name IN ${bind(
        tables.map(({ name }) => name),
        'Array(String)',
      )} AND (table_name, version) IN (SELECT table_name, version FROM reference_version)
      GROUP BY table_name, key
      HAVING argMax(removed, version) = 0)
    GROUP BY table
    ORDER BY table`,
});
