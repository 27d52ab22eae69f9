-- any
SELECT id, key_hash AS keyHash, label, role, organisations, version, created_at AS createdAt, created_by AS createdBy,
       expires_at AS expiresAt, revoked_at AS revokedAt
FROM api_key FINAL
WHERE key_hash = {p0:String}
ORDER BY version DESC
LIMIT 1
-- {"p0":"0f"}
