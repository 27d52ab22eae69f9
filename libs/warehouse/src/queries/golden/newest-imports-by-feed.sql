-- any
SELECT feed, batch_id AS importId, finished_at AS finishedAt
FROM import_batch FINAL
WHERE feed != '' AND state = 'done' AND dry_run = 0
ORDER BY feed, finished_at DESC, batch_id
LIMIT 1 BY feed
-- {}
