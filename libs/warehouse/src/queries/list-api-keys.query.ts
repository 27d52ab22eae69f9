import { ApiKey } from '../rows/identity.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** Every API key as its newest version left it, revoked ones too. */
export const listApiKeys = (): Query<ApiKey> => ({
  name: 'list-api-keys',
  row: ApiKey,
  sql: sql`
    SELECT id, key_hash AS keyHash, label, role, organisations, version, created_at AS createdAt, created_by AS createdBy,
           expires_at AS expiresAt, revoked_at AS revokedAt
    FROM api_key FINAL
    ORDER BY id, version DESC
    LIMIT 1 BY id`,
});
