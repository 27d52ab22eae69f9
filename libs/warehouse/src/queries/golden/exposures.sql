-- any
SELECT month, toFloat64(sum(premium)) AS premium, sum(policies) AS policies, sum(person_times) AS person_times
FROM (SELECT month, premium, policies, person_times FROM (
  SELECT month, report_region AS region, organisation, line, coalesce(sumIf(e.premium, city = ''), sum(e.premium)) AS premium, coalesce(sumIf(e.policies, city = ''), sum(e.policies)) AS policies, coalesce(sumIf(e.person_times, city = ''), sum(e.person_times)) AS person_times
  FROM (SELECT month, report_region, city, organisation, line, coalesce(sumIf(e.premium, region = city OR city = ''), sum(e.premium)) AS premium, coalesce(sumIf(e.policies, region = city OR city = ''), sum(e.policies)) AS policies, coalesce(sumIf(e.person_times, region = city OR city = ''), sum(e.person_times)) AS person_times
    FROM (
      SELECT *, multiIf(
        NOT match(region, '^[0-9]{6}$'), toString(region),
        concat(substring(region, 1, 4), '00') IN {p0:Array(String)},
        concat(substring(region, 1, 4), '00'),
        concat(substring(region, 1, 2), '0000')) AS report_region, multiIf(
          NOT match(region, '^[0-9]{6}$') OR endsWith(region, '0000'), '',
          substring(region, 1, 2) NOT IN {p1:Array(String)}
            AND substring(region, 3, 2) NOT IN {p2:Array(String)}
            AND concat(substring(region, 1, 4), '00') NOT IN {p3:Array(String)},
          concat(substring(region, 1, 4), '00'),
          endsWith(region, '00'), '', toString(region)) AS city
      FROM exposure FINAL
      WHERE removed = 0 AND ((month >= {p4:Date} AND month < {p5:Date}))) AS e
    GROUP BY month, report_region, city, organisation, line) AS e
  GROUP BY month, report_region, organisation, line)
    WHERE month IS NOT NULL AND (line IN {p6:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p7:Array(String)})))
WHERE (month >= {p8:Date} AND month < {p9:Date})
GROUP BY month
ORDER BY month
-- {"p0":["210200","330200","350200","370200","440300"],"p1":["11","12","31","50"],"p2":["00","90"],"p3":["210200","330200","350200","370200","440300"],"p4":"2026-03-01","p5":"2026-04-01","p6":["life"],"p7":["life."],"p8":"2026-03-01","p9":"2026-04-01"}
