import { z } from 'zod';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const MovedId = z.object({ id: z.string() });

/** Complaints whose due day events have moved, or had before it was put back: nothing is merged to find them. */
export const casesMoved = (): Query<z.output<typeof MovedId>> => ({
  name: 'cases-moved',
  row: MovedId,
  sql: sql`SELECT DISTINCT complaint_id AS id FROM complaint WHERE due_by = 'events' ORDER BY id`,
});
