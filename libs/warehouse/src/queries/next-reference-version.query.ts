import { z } from 'zod';
import { Count } from '../rows/scalars.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const NextVersion = z.object({ next: Count });

/** The number of a table's next version: one that no row has, not even one of a write that was cut off. */
export const nextReferenceVersion = (table: string): Query<z.output<typeof NextVersion>> => ({
  name: 'next-reference-version',
  row: NextVersion,
  sql: sql`SELECT max(version) + 1 AS next FROM reference_row WHERE table_name = ${bind(table, 'String')}`,
});
