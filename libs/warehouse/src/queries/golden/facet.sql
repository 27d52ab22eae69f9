-- from a cube
SELECT toString(line) AS code, sum(complaints) AS count
FROM (SELECT day, line, complaints
  FROM cube_daily_line
    WHERE ((day >= {p0:Date} AND day < {p1:Date})))
GROUP BY code
HAVING count > 0
ORDER BY count DESC, code
LIMIT {p2:UInt32}
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":20}

-- of status
SELECT toString(status) AS code, sum(complaints) AS count
FROM (SELECT toDate(received_at) AS day, status AS status, toUInt64(kind = 'complaint') AS complaints
  FROM complaint FINAL
    WHERE ((toDate(received_at) >= {p0:Date} AND toDate(received_at) < {p1:Date})) AND (line IN {p2:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p3:Array(String)})))
GROUP BY code
HAVING count > 0
ORDER BY count DESC, code
LIMIT {p4:UInt32}
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":["life"],"p3":["life."],"p4":20}

-- of what words find
SELECT toString(organisation) AS code, count() AS count
FROM (
    SELECT * REPLACE (transform(toString(organisation), {p0:Array(String)}, {p1:Array(String)}, toString(organisation)) AS organisation)
    FROM (
      SELECT *
      FROM complaint FINAL
      WHERE kind = 'complaint' AND (toDate(received_at) >= {p2:Date} AND toDate(received_at) < {p3:Date}) AND (hasAllTokens(narrative, {p4:Array(String)}) AND position(narrative, {p5:String}) > 0)))
  WHERE (line IN {p6:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p7:Array(String)}))
GROUP BY code
HAVING count > 0
ORDER BY count DESC, code
LIMIT {p8:UInt32}
-- {"p0":["hq.a"],"p1":["hq.b"],"p2":"2026-03-01","p3":"2026-04-01","p4":["退保"],"p5":"退保","p6":["life"],"p7":["life."],"p8":20}
