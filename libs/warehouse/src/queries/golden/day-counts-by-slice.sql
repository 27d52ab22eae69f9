-- a split of two
SELECT codes, arrayMap(pair -> pair.1, pairs) AS days, arrayMap(pair -> pair.2, pairs) AS counts
FROM (
  SELECT codes, arraySort(groupArray((i, n))) AS pairs
  FROM (
    SELECT CAST([toString(substringIndex(organisation, '.', {p0:UInt8})), toString(line)], 'Array(String)') AS codes, toUInt32(day - toDate({p1:Date})) AS i,
           toUInt32(sum(complaints)) AS n
    FROM (SELECT day, organisation, line, complaints
      FROM cube_daily_organisation
        WHERE ((day >= {p2:Date} AND day < {p3:Date})) AND (line IN {p4:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p5:Array(String)})))
    GROUP BY codes, i
    HAVING n > 0)
  GROUP BY codes)
ORDER BY codes
-- {"p0":2,"p1":"2026-03-01","p2":"2026-03-01","p3":"2026-04-01","p4":["life"],"p5":["life."]}

-- the whole
SELECT codes, arrayMap(pair -> pair.1, pairs) AS days, arrayMap(pair -> pair.2, pairs) AS counts
FROM (
  SELECT codes, arraySort(groupArray((i, n))) AS pairs
  FROM (
    SELECT CAST([], 'Array(String)') AS codes, toUInt32(day - toDate({p0:Date})) AS i,
           toUInt32(sum(chasers)) AS n
    FROM (SELECT day, chasers
      FROM cube_daily_total
        WHERE ((day >= {p1:Date} AND day < {p2:Date})) AND source = 'regulator')
    GROUP BY codes, i
    HAVING n > 0)
  GROUP BY codes)
ORDER BY codes
-- {"p0":"2026-03-01","p1":"2026-03-01","p2":"2026-04-01"}
