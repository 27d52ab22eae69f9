-- any
SELECT rule_id AS ruleId, rule_version AS ruleVersion, series_key AS seriesKey, slice, grain, bucket, observed,
       expected, upper, p_value AS pValue, score, verdict, level, note, members, evaluated_at AS evaluatedAt
FROM signal FINAL
WHERE bucket >= if(grain IN ('month', 'quarter'), {p0:Date}, {p1:Date}) AND (rule_id, series_key) IN (
  SELECT rule_id, series_key FROM signal WHERE bucket >= if(grain IN ('month', 'quarter'), {p2:Date}, {p3:Date}) AND level != ''
  UNION DISTINCT
  SELECT rule_id, series_key FROM (SELECT *
    FROM alert_event FINAL
    WHERE 1
    ORDER BY alert_id, seq DESC
    LIMIT 1 BY alert_id) WHERE state = 'open')
ORDER BY ruleId, ruleVersion, seriesKey, bucket
-- {"p0":"2025-03-03","p1":"2026-03-01","p2":"2025-03-03","p3":"2026-03-01"}
