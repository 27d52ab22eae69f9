-- any
SELECT notice_id AS noticeId, alert_id AS alertId, seq, channel, recipient, state, at, attempts, error, next_at AS nextAt
FROM notice FINAL
WHERE at >= fromUnixTimestamp64Milli({p0:Int64})
ORDER BY at, noticeId
-- {"p0":1773446400000}
