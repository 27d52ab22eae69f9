-- whole
SELECT codes, arrayMap(pair -> pair.1, pairs) AS days, arrayMap(pair -> pair.2, pairs) AS counts
FROM (
  SELECT codes, arraySort(groupArray((i, n))) AS pairs
  FROM (
    SELECT CAST([], 'Array(String)') AS codes, toUInt32(day - toDate({p0:Date})) AS i,
           toUInt32(sum(count)) AS n
    FROM leading_count FINAL
      WHERE removed = 0 AND series = {p1:String} AND (day >= {p2:Date} AND day < {p3:Date})
    GROUP BY codes, i)
  GROUP BY codes)
ORDER BY codes
-- {"p0":"2026-03-01","p1":"claim-reports","p2":"2026-03-01","p3":"2026-04-01"}

-- by region and line
SELECT codes, arrayMap(pair -> pair.1, pairs) AS days, arrayMap(pair -> pair.2, pairs) AS counts
FROM (
  SELECT codes, arraySort(groupArray((i, n))) AS pairs
  FROM (
    SELECT CAST([toString(region), toString(substringIndex(line, '.', {p0:UInt8}))], 'Array(String)') AS codes, toUInt32(day - toDate({p1:Date})) AS i,
           toUInt32(sum(count)) AS n
    FROM (
        SELECT * REPLACE (multiIf(day < {p2:Date}, transform(toString(line), {p3:Array(String)}, {p4:Array(String)}, toString(line)), toString(line)) AS line)
        FROM (
          SELECT *
          FROM leading_count FINAL
          WHERE removed = 0 AND series = {p5:String} AND (day >= {p6:Date} AND day < {p7:Date})))
      WHERE (line IN {p8:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p9:Array(String)})) AND channel IN {p10:Array(String)}
    GROUP BY codes, i)
  GROUP BY codes)
ORDER BY codes
-- {"p0":1,"p1":"2026-03-01","p2":"2026-02-01","p3":["old"],"p4":["new"],"p5":"enquiries","p6":"2026-03-01","p7":"2026-04-01","p8":["life"],"p9":["life."],"p10":["phone"]}
