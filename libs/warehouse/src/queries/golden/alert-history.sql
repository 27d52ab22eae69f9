-- any
SELECT alert_id AS alertId, seq, kind, at, bucket, level, because, rule_id AS ruleId, rule_version AS ruleVersion,
  rule_label AS ruleLabel, series_key AS seriesKey, slice, feed, grain, state, peak_level AS peakLevel, opened_at AS openedAt,
  resolved_at AS resolvedAt, first_bucket AS firstBucket, last_bucket AS lastBucket, observed, expected, upper,
  p_value AS pValue, headline, contributors, memory
FROM alert_event FINAL
WHERE alert_id = {p0:String}
ORDER BY seq
-- {"p0":"w1"}
