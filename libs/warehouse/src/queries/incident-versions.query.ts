import { IncidentsVersion } from '../rows/backtests.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** What was known to have happened, by every file that was ever put, the oldest first. */
export const incidentVersions = (): Query<IncidentsVersion> => ({
  name: 'incident-versions',
  row: IncidentsVersion,
  sql: sql`
    SELECT version, incidents, at
    FROM known_incident FINAL
    ORDER BY version`,
});
