-- any
SELECT batch_id AS id, name, profile, profile_version AS profileVersion, profile_because AS profileBecause, channel, feed, dry_run AS dryRun,
  max_rejected_share AS maxRejectedShare, layout, state, received_at AS receivedAt, finished_at AS finishedAt, bytes, read, accepted, warned, added,
  updated, duplicate, outdated, rejected, skipped, reasons, warnings, skips, error, idempotency_key AS idempotencyKey,
  content_sha256 AS contentSha256, content_type AS contentType, content_encoding AS contentEncoding,
  requested_by AS requestedBy
FROM import_batch FINAL
WHERE content_sha256 = {p0:String} AND profile = {p1:String} AND profile_version = {p2:UInt32}
  AND state IN ('received', 'running', 'done') AND dry_run = 0
  AND batch_id NOT IN (SELECT subject FROM operator_action WHERE kind IN ('withdraw', 'cancel'))
ORDER BY receivedAt LIMIT 1
-- {"p0":"0f","p1":"canonical","p2":2}
