-- any
SELECT received, arrived, known, count() AS count
FROM (
  SELECT toDate(argMax(received_at, version)) AS received, toDate(min(arrived_at)) AS arrived,
         toDate(min(finished)) AS known
  FROM complaint_version
  INNER JOIN (
    SELECT batch_id, assumeNotNull(finished_at) AS finished
    FROM import_batch FINAL
    WHERE state = 'done' AND dry_run = 0 AND finished_at IS NOT NULL) AS batch USING (batch_id)
  WHERE kind = 'complaint' AND toDate(received_at) >= {p0:Date} AND arrived_at >= toDateTime({p1:Date})
    AND batch_id IN (SELECT batch_id FROM settlement)
    AND batch_id NOT IN {p2:Array(String)}
  GROUP BY complaint_id)
GROUP BY received, arrived, known
ORDER BY received, arrived, known
-- {"p0":"2026-03-01","p1":"2026-03-01","p2":[]}
