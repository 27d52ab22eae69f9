-- any
SELECT id, key_hash AS keyHash, label, role, organisations, version, created_at AS createdAt, created_by AS createdBy,
       expires_at AS expiresAt, revoked_at AS revokedAt
FROM api_key FINAL
ORDER BY id, version DESC
LIMIT 1 BY id
-- {}
