-- any
SELECT received, arrived, count() AS count
FROM (
  SELECT toDate(argMax(received_at, version)) AS received, toDate(min(arrived_at)) AS arrived
  FROM complaint_version
  WHERE kind = 'complaint' AND toDate(received_at) >= {p0:Date} AND arrived_at >= toDateTime({p1:Date})
    AND batch_id IN (SELECT batch_id FROM settlement)
  GROUP BY complaint_id)
GROUP BY received, arrived
ORDER BY received, arrived
-- {"p0":"2026-03-01","p1":"2026-03-01"}
