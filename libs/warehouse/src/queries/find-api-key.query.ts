import { ApiKey } from '../rows/identity.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** The newest version of the key with this hash, if any; whether it still holds is for the caller to say. */
export const findApiKey = (keyHash: string): Query<ApiKey> => ({
  name: 'find-api-key',
  row: ApiKey,
  sql: sql`
    SELECT id, key_hash AS keyHash, label, role, organisations, version, created_at AS createdAt, created_by AS createdBy,
           expires_at AS expiresAt, revoked_at AS revokedAt
    FROM api_key FINAL
    WHERE key_hash = ${bind(keyHash, 'String')}
    ORDER BY version DESC
    LIMIT 1`,
});
