import { ProfileRecord } from '../rows/profiles.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** One version of a profile, for ever the same. */
export const getProfile = (name: string, version: number): Query<ProfileRecord> => ({
  name: 'get-profile',
  row: ProfileRecord,
  sql: sql`
    SELECT body AS profile, version, at, by
    FROM profile FINAL
    WHERE name = ${bind(name, 'String')} AND version = ${bind(version, 'UInt32')}`,
});
