-- any
SELECT alert_id AS id, rule_id AS ruleId, rule_version AS ruleVersion, rule_label AS ruleLabel, slice, grain, state, level,
  peak_level AS peakLevel, opened_at AS openedAt, at AS changedAt, resolved_at AS resolvedAt, first_bucket AS firstBucket,
  last_bucket AS lastBucket, observed, expected, upper, p_value AS pValue, headline, feed
FROM (SELECT *
  FROM alert_event FINAL
  WHERE 1
  ORDER BY alert_id, seq DESC
  LIMIT 1 BY alert_id)
WHERE alert_id = {p0:String}
-- {"p0":"w1"}
