import type { z } from 'zod';
import { IncidentsRecord } from '../rows/backtests.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** What is known to have happened, by the newest file; no row before the first. */
export const newestIncidents = (): Query<z.output<typeof IncidentsRecord>> => ({
  name: 'newest-incidents',
  row: IncidentsRecord,
  sql: sql`
    SELECT version, incidents
    FROM known_incident
    ORDER BY version DESC
    LIMIT 1`,
});
