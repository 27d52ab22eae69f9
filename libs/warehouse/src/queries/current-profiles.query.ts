import { ProfileRecord } from '../rows/profiles.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** The newest version of every profile that somebody has kept. */
export const currentProfiles = (): Query<ProfileRecord> => ({
  name: 'current-profiles',
  row: ProfileRecord,
  sql: sql`
    SELECT body AS profile, version, at, by
    FROM profile FINAL
    ORDER BY name, version DESC
    LIMIT 1 BY name`,
});
