import { z } from 'zod';
import { referenceVersionsUntil } from '../facts/reference-state.ts';
import { Count } from '../rows/scalars.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const Restated = z.object({ key: z.string(), versions: Count });

/** Rows of a table that have had more than one content, and how many. */
export const referenceRestated = (table: string): Query<z.output<typeof Restated>> => ({
  name: 'reference-restated',
  row: Restated,
  sql: sql`
    SELECT key, uniqExact(cells) AS versions
    FROM reference_row
    WHERE table_name = ${bind(table, 'String')} AND removed = 0 AND version IN (${referenceVersionsUntil({ table })})
    GROUP BY key
    HAVING versions > 1
    ORDER BY key`,
});
