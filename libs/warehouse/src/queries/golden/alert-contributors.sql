-- any
SELECT contributors
FROM alert_event FINAL
WHERE alert_id = {p0:String} AND kind IN ('opened', 'reopened', 'raised', 'continued')
ORDER BY seq DESC
LIMIT 1
-- {"p0":"w1"}
