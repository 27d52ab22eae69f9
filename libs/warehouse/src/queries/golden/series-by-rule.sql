-- any
SELECT rule_id AS ruleId, uniqExact(series_key) AS series
FROM signal
WHERE (rule_id, rule_version, bucket) IN (
  SELECT rule_id, tupleElement(max((rule_version, bucket)), 1), tupleElement(max((rule_version, bucket)), 2)
  FROM signal
  GROUP BY rule_id)
GROUP BY rule_id
ORDER BY rule_id
-- {}
