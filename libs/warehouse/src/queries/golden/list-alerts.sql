-- open orange ones
SELECT alert_id AS id, rule_id AS ruleId, rule_version AS ruleVersion, rule_label AS ruleLabel, slice, grain, state, level,
  peak_level AS peakLevel, opened_at AS openedAt, at AS changedAt, resolved_at AS resolvedAt, first_bucket AS firstBucket,
  last_bucket AS lastBucket, observed, expected, upper, p_value AS pValue, headline, feed
FROM (SELECT *
  FROM alert_event FINAL
  WHERE 1
  ORDER BY alert_id, seq DESC
  LIMIT 1 BY alert_id)
WHERE state = {p0:String} AND level = {p1:String}
ORDER BY indexOf(['red', 'orange', 'yellow', 'blue'], level), changedAt DESC, id
LIMIT {p2:UInt32} OFFSET {p3:UInt32}
-- {"p0":"open","p1":"orange","p2":50,"p3":0}

-- about data
SELECT alert_id AS id, rule_id AS ruleId, rule_version AS ruleVersion, rule_label AS ruleLabel, slice, grain, state, level,
  peak_level AS peakLevel, opened_at AS openedAt, at AS changedAt, resolved_at AS resolvedAt, first_bucket AS firstBucket,
  last_bucket AS lastBucket, observed, expected, upper, p_value AS pValue, headline, feed
FROM (SELECT *
  FROM alert_event FINAL
  WHERE 1
  ORDER BY alert_id, seq DESC
  LIMIT 1 BY alert_id)
WHERE feed != '' AND state = {p0:String}
ORDER BY indexOf(['red', 'orange', 'yellow', 'blue'], level), changedAt DESC, id
LIMIT {p1:UInt32} OFFSET {p2:UInt32}
-- {"p0":"open","p1":50,"p2":0}

-- of one rule
SELECT alert_id AS id, rule_id AS ruleId, rule_version AS ruleVersion, rule_label AS ruleLabel, slice, grain, state, level,
  peak_level AS peakLevel, opened_at AS openedAt, at AS changedAt, resolved_at AS resolvedAt, first_bucket AS firstBucket,
  last_bucket AS lastBucket, observed, expected, upper, p_value AS pValue, headline, feed
FROM (SELECT *
  FROM alert_event FINAL
  WHERE 1
  ORDER BY alert_id, seq DESC
  LIMIT 1 BY alert_id)
WHERE rule_id = {p0:String}
ORDER BY indexOf(['red', 'orange', 'yellow', 'blue'], level), changedAt DESC, id
LIMIT {p1:UInt32} OFFSET {p2:UInt32}
-- {"p0":"region-week","p1":50,"p2":0}

-- any
SELECT alert_id AS id, rule_id AS ruleId, rule_version AS ruleVersion, rule_label AS ruleLabel, slice, grain, state, level,
  peak_level AS peakLevel, opened_at AS openedAt, at AS changedAt, resolved_at AS resolvedAt, first_bucket AS firstBucket,
  last_bucket AS lastBucket, observed, expected, upper, p_value AS pValue, headline, feed
FROM (SELECT *
  FROM alert_event FINAL
  WHERE 1
  ORDER BY alert_id, seq DESC
  LIMIT 1 BY alert_id)
WHERE 1
ORDER BY indexOf(['red', 'orange', 'yellow', 'blue'], level), changedAt DESC, id
LIMIT {p0:UInt32} OFFSET {p1:UInt32}
-- {"p0":50,"p1":100}
