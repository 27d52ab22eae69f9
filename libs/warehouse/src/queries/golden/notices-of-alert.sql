-- any
SELECT notice_id AS noticeId, alert_id AS alertId, seq, channel, recipient, state, at, attempts, error, next_at AS nextAt
FROM notice FINAL
WHERE alert_id = {p0:String}
ORDER BY at, noticeId
-- {"p0":"w1"}
