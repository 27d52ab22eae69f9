-- any
SELECT token_hash AS tokenHash, account, created_at AS createdAt, expires_at AS expiresAt, seen_at AS seenAt,
       ended_at AS endedAt
FROM session FINAL
WHERE token_hash = {p0:String}
-- {"p0":"0f"}
