-- any
SELECT alert_id AS alertId, seq, kind, at, bucket, level, because, rule_id AS ruleId, rule_version AS ruleVersion,
  rule_label AS ruleLabel, series_key AS seriesKey, slice, feed, grain, state, peak_level AS peakLevel, opened_at AS openedAt,
  resolved_at AS resolvedAt, first_bucket AS firstBucket, last_bucket AS lastBucket, observed, expected, upper,
  p_value AS pValue, headline, contributors, memory
FROM (SELECT *
  FROM alert_event FINAL
  WHERE 1
  ORDER BY alert_id, seq DESC
  LIMIT 1 BY alert_id)
WHERE (state = 'open' OR at >= fromUnixTimestamp64Milli({p0:Int64}))
ORDER BY ruleId, seriesKey, openedAt
-- {"p0":1773446400000}

-- of one rule
SELECT alert_id AS alertId, seq, kind, at, bucket, level, because, rule_id AS ruleId, rule_version AS ruleVersion,
  rule_label AS ruleLabel, series_key AS seriesKey, slice, feed, grain, state, peak_level AS peakLevel, opened_at AS openedAt,
  resolved_at AS resolvedAt, first_bucket AS firstBucket, last_bucket AS lastBucket, observed, expected, upper,
  p_value AS pValue, headline, contributors, memory
FROM (SELECT *
  FROM alert_event FINAL
  WHERE 1
  ORDER BY alert_id, seq DESC
  LIMIT 1 BY alert_id)
WHERE (state = 'open' OR at >= fromUnixTimestamp64Milli({p0:Int64})) AND rule_id = {p1:String}
ORDER BY ruleId, seriesKey, openedAt
-- {"p0":0,"p1":"feed-missing"}
