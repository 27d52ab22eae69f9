import { ProfileRecord } from '../rows/profiles.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** All kept versions of one profile, newest first. */
export const profileVersions = (name: string): Query<ProfileRecord> => ({
  name: 'profile-versions',
  row: ProfileRecord,
  sql: sql`
    SELECT body AS profile, version, at, by
    FROM profile FINAL
    WHERE name = ${bind(name, 'String')}
    ORDER BY version DESC`,
});
