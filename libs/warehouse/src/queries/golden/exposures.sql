-- any
SELECT month, toFloat64(sum(premium)) AS premium, sum(policies) AS policies, sum(person_times) AS person_times
FROM (SELECT month, premium, policies, person_times FROM exposure FINAL
  WHERE removed = 0 AND month IS NOT NULL AND (line IN {p0:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p1:Array(String)})))
WHERE (month >= {p2:Date} AND month < {p3:Date})
GROUP BY month
ORDER BY month
-- {"p0":["life"],"p1":["life."],"p2":"2026-03-01","p3":"2026-04-01"}
