import { z } from 'zod';
import { dataVersionText } from '../facts/data-version.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const DataVersion = z.object({ dataVersion: z.string() });

/** Names the state of the data that figures come from: equal names, equal figures. */
export const dataVersion = (): Query<z.infer<typeof DataVersion>> => ({
  name: 'data-version',
  row: DataVersion,
  sql: sql`SELECT ${dataVersionText} AS dataVersion`,
});
