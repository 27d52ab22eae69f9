-- of slices that no cube has together
SELECT mask, arrayMap(pair -> pair.1, pairs) AS days, arrayMap(pair -> pair.2, pairs) AS counts
FROM (
  SELECT mask, arraySort(groupArray((i, n))) AS pairs
  FROM (
    SELECT toUInt32(arraySum([if(region IN {p0:Array(String)}, {p1:UInt32}, 0), if((reason IN {p2:Array(String)} OR arrayExists(branch -> startsWith(reason, branch), {p3:Array(String)})), {p4:UInt32}, 0)])) AS mask, toUInt32(day - toDate({p5:Date})) AS i,
           toUInt32(sum(complaints)) AS n
    FROM (SELECT toDate(received_at) AS day, report_region AS region, reason AS reason, toUInt64(kind = 'complaint') AS complaints
      FROM complaint FINAL
        WHERE ((toDate(received_at) >= {p6:Date} AND toDate(received_at) < {p7:Date})) AND (line IN {p8:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p9:Array(String)})) AND source = 'regulator')
    GROUP BY mask, i
    HAVING n > 0 AND bitCount(mask) > 1)
  GROUP BY mask)
ORDER BY mask
-- {"p0":["440000"],"p1":1,"p2":["claim"],"p3":["claim."],"p4":2,"p5":"2026-03-01","p6":"2026-03-01","p7":"2026-04-01","p8":["life"],"p9":["life."]}
