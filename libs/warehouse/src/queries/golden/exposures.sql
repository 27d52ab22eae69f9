-- any
SELECT month, toFloat64(sum(premium)) AS premium, sum(policies) AS policies, sum(person_times) AS person_times
FROM (SELECT month, premium, policies, person_times FROM placed_exposure FINAL
  WHERE city = '' AND removed = 0 AND ((month >= {p0:Date} AND month < {p1:Date})) AND (premium IS NOT NULL OR policies IS NOT NULL OR person_times IS NOT NULL) AND (line IN {p2:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p3:Array(String)})))
WHERE (month >= {p4:Date} AND month < {p5:Date})
GROUP BY month
ORDER BY month
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":["life"],"p3":["life."],"p4":"2026-03-01","p5":"2026-04-01"}
