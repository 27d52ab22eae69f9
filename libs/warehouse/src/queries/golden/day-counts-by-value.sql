-- what explains two slices
SELECT value.1 AS slice, value.2 AS dimension, value.3 AS code, arrayMap(pair -> pair.1, pairs) AS days,
       arrayMap(pair -> pair.2, pairs) AS counts
FROM (
  SELECT value, arraySort(groupArray((i, n))) AS pairs
  FROM (
    SELECT arrayJoin(arrayConcat(if(region IN {p0:Array(String)}, [({p1:UInt8}, {p2:String}, toString(substringIndex(line, '.', {p3:UInt8}))), ({p4:UInt8}, {p5:String}, toString(product))], []), if(1, [({p6:UInt8}, {p7:String}, toString(region))], []))) AS value, toUInt32(day - toDate({p8:Date})) AS i,
           toUInt32(sum(complaints)) AS n
    FROM (SELECT toDate(received_at) AS day, report_region AS region, line AS line, product AS product, toUInt64(kind = 'complaint') AS complaints
      FROM complaint FINAL
        WHERE ((toDate(received_at) >= {p9:Date} AND toDate(received_at) < {p10:Date})))
    WHERE (region IN {p11:Array(String)} OR 1)
    GROUP BY value, i
    HAVING n > 0)
  GROUP BY value)
ORDER BY slice, dimension, code
-- {"p0":["440000"],"p1":0,"p2":"line","p3":2,"p4":0,"p5":"product","p6":1,"p7":"region","p8":"2026-03-01","p9":"2026-03-01","p10":"2026-04-01","p11":["440000"]}
