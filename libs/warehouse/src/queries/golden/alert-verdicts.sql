-- any
SELECT alert_id AS alertId, verdict, note, incidents, at, by
FROM alert_verdict FINAL
WHERE 1
ORDER BY revision
-- {}

-- of some
SELECT alert_id AS alertId, verdict, note, incidents, at, by
FROM alert_verdict FINAL
WHERE alert_id IN {p0:Array(String)}
ORDER BY revision
-- {"p0":["a1","a2"]}
