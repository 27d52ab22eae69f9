-- all
SELECT batch_id AS id, name, profile, profile_version AS profileVersion, profile_because AS profileBecause, channel, feed, dry_run AS dryRun,
  max_rejected_share AS maxRejectedShare, layout, state, received_at AS receivedAt, finished_at AS finishedAt, bytes, read, accepted, warned, added,
  updated, duplicate, outdated, rejected, skipped, reasons, warnings, skips, error, idempotency_key AS idempotencyKey,
  content_sha256 AS contentSha256, content_type AS contentType, content_encoding AS contentEncoding,
  requested_by AS requestedBy
FROM import_batch FINAL
ORDER BY receivedAt DESC, id
LIMIT {p0:UInt32}
-- {"p0":50}

-- of one feed
SELECT batch_id AS id, name, profile, profile_version AS profileVersion, profile_because AS profileBecause, channel, feed, dry_run AS dryRun,
  max_rejected_share AS maxRejectedShare, layout, state, received_at AS receivedAt, finished_at AS finishedAt, bytes, read, accepted, warned, added,
  updated, duplicate, outdated, rejected, skipped, reasons, warnings, skips, error, idempotency_key AS idempotencyKey,
  content_sha256 AS contentSha256, content_type AS contentType, content_encoding AS contentEncoding,
  requested_by AS requestedBy
FROM import_batch FINAL
WHERE feed = {p0:String}
ORDER BY receivedAt DESC, id
LIMIT {p1:UInt32}
-- {"p0":"counter","p1":50}
