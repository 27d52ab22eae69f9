-- what explains a region
SELECT value.1 AS dimension, value.2 AS code, arrayMap(pair -> pair.1, pairs) AS days,
       arrayMap(pair -> pair.2, pairs) AS counts
FROM (
  SELECT value, arraySort(groupArray((i, n))) AS pairs
  FROM (
    SELECT arrayJoin([({p0:String}, toString(arrayStringConcat(arraySlice(splitByChar('.', line), 1, {p1:UInt8}), '.'))), ({p2:String}, toString(product))]) AS value, toUInt32(day - toDate({p3:Date})) AS i,
           toUInt32(sum(complaints)) AS n
    FROM (SELECT toDate(received_at) AS day, line AS line, product AS product, toUInt64(kind = 'complaint') AS complaints
      FROM complaint FINAL
      WHERE ((toDate(received_at) >= {p4:Date} AND toDate(received_at) < {p5:Date})) AND report_region IN {p6:Array(String)})
    GROUP BY value, i
    HAVING n > 0)
  GROUP BY value)
ORDER BY dimension, code
-- {"p0":"line","p1":2,"p2":"product","p3":"2026-03-01","p4":"2026-03-01","p5":"2026-04-01","p6":["440000"]}
