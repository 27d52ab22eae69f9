-- any
SELECT seq, kind, at, bucket, level, because
FROM alert_event FINAL
WHERE alert_id = {p0:String}
ORDER BY seq
-- {"p0":"w1"}
