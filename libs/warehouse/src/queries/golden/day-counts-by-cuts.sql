-- two dimensions, and both at once
SELECT slice.1 AS cut, slice.2 AS codes, arrayMap(pair -> pair.1, pairs) AS days,
       arrayMap(pair -> pair.2, pairs) AS counts
FROM (
  SELECT multiIf(mask = {p0:UInt32}, ({p1:UInt8}, CAST([region], 'Array(String)')), mask = {p2:UInt32}, ({p3:UInt8}, CAST([reason], 'Array(String)')), mask = {p4:UInt32}, ({p5:UInt8}, CAST([reason, region], 'Array(String)')), (toUInt8(255), CAST([], 'Array(String)'))) AS slice,
         arraySort(groupArray((i, n))) AS pairs
  FROM (
    SELECT region, reason, i, toUInt32(grouping(region, reason)) AS mask, toUInt32(sum(cases)) AS n
    FROM (
      SELECT toString(region) AS region, toString(substringIndex(reason, '.', {p6:UInt8})) AS reason, toUInt32(day - toDate({p7:Date})) AS i, complaints AS cases
      FROM (SELECT toDate(received_at) AS day, report_region AS region, reason AS reason, toUInt64(kind = 'complaint') AS complaints
        FROM complaint FINAL
          WHERE ((toDate(received_at) >= {p8:Date} AND toDate(received_at) < {p9:Date})) AND sales_channel IN {p10:Array(String)}))
    GROUP BY GROUPING SETS ((i, region), (i, reason), (i, reason, region))
    HAVING n > 0)
  GROUP BY slice)
ORDER BY cut, codes
-- {"p0":1,"p1":0,"p2":2,"p3":1,"p4":0,"p5":2,"p6":2,"p7":"2026-03-01","p8":"2026-03-01","p9":"2026-04-01","p10":["agent"]}
