-- any
SELECT feed, batch_id AS importId, finished_at AS finishedAt
FROM import_batch FINAL
WHERE feed = {p0:String} AND state = 'done' AND dry_run = 0 AND finished_at >= fromUnixTimestamp64Milli({p1:Int64})
ORDER BY finished_at, batch_id
-- {"p0":"nightly","p1":1773446400000}
