-- range
SELECT rule_id AS ruleId, rule_version AS ruleVersion, series_key AS seriesKey, slice, grain, bucket, observed,
       expected, upper, p_value AS pValue, score, verdict, level, note, members, evaluated_at AS evaluatedAt
FROM signal FINAL
WHERE bucket >= {p0:Date} AND bucket < {p1:Date}
ORDER BY ruleId, ruleVersion, seriesKey, bucket
-- {"p0":"2026-03-01","p1":"2026-04-01"}

-- one series
SELECT rule_id AS ruleId, rule_version AS ruleVersion, series_key AS seriesKey, slice, grain, bucket, observed,
       expected, upper, p_value AS pValue, score, verdict, level, note, members, evaluated_at AS evaluatedAt
FROM signal FINAL
WHERE bucket >= {p0:Date} AND bucket < {p1:Date} AND rule_id = {p2:String} AND rule_version = {p3:UInt32} AND series_key = {p4:String}
ORDER BY ruleId, ruleVersion, seriesKey, bucket
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":"r1","p3":2,"p4":"region=440000"}
