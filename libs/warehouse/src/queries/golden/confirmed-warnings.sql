-- any
SELECT alert_id AS alertId, at, grain, last_bucket AS lastBucket
FROM alert_event FINAL
WHERE alert_id IN (SELECT alert_id FROM alert_verdict WHERE verdict = 'confirmed')
ORDER BY alert_id, seq
-- {}
