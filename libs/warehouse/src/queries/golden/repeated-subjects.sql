-- agents
SELECT toString(agent) AS subject, '' AS region, countIf(toDate(received_at) >= {p0:Date}) AS cases,
       countIf(NOT (toDate(received_at) >= {p1:Date})) AS before, arraySort(groupUniqArrayIf(toString(organisation), toDate(received_at) >= {p2:Date})) AS organisations
FROM complaint FINAL
  WHERE kind = 'complaint' AND (toDate(received_at) >= {p3:Date} AND toDate(received_at) < {p4:Date}) AND agent != '' AND (line IN {p5:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p6:Array(String)}))
GROUP BY subject, region
HAVING cases >= {p7:UInt32}
ORDER BY cases DESC, subject, region
-- {"p0":"2026-03-10","p1":"2026-03-10","p2":"2026-03-10","p3":"2026-03-01","p4":"2026-04-01","p5":["life"],"p6":["life."],"p7":3}

-- products of a region
SELECT toString(product) AS subject, toString(report_region) AS region, countIf(toDate(received_at) >= {p0:Date}) AS cases,
       countIf(NOT (toDate(received_at) >= {p1:Date})) AS before, arraySort(groupUniqArrayIf(toString(organisation), toDate(received_at) >= {p2:Date})) AS organisations
FROM (
    SELECT * REPLACE (transform(toString(organisation), {p3:Array(String)}, {p4:Array(String)}, toString(organisation)) AS organisation)
    FROM (
      SELECT *
      FROM complaint FINAL
      WHERE kind = 'complaint' AND (toDate(received_at) >= {p5:Date} AND toDate(received_at) < {p6:Date}) AND product != ''))
  WHERE (line IN {p7:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p8:Array(String)}))
GROUP BY subject, region
HAVING cases >= {p9:UInt32}
ORDER BY cases DESC, subject, region
-- {"p0":"2026-03-10","p1":"2026-03-10","p2":"2026-03-10","p3":["hq.a"],"p4":["hq.b"],"p5":"2026-03-01","p6":"2026-04-01","p7":["life"],"p8":["life."],"p9":5}
