-- any
SELECT rule_id AS ruleId, count() AS open
FROM (SELECT *
  FROM alert_event FINAL
  WHERE 1
  ORDER BY alert_id, seq DESC
  LIMIT 1 BY alert_id)
WHERE state = {p0:String}
GROUP BY rule_id
ORDER BY rule_id
-- {"p0":"open"}
