-- organisations
SELECT split AS code, sum(den) AS amount
FROM (SELECT day, split, across, den
  FROM (
    SELECT arrayJoin(arrayMap(d -> first_day + d, range(toUInt32(days)))) AS day, split, across, total / days AS den
    FROM (
      SELECT month AS first_day, toString(arrayStringConcat(arraySlice(splitByChar('.', organisation), 1, {p0:UInt8}), '.')) AS split, '' AS across, toFloat64(sum(premium)) AS total,
             toDayOfMonth(toLastDayOfMonth(first_day)) AS days
      FROM (
          SELECT * REPLACE (transform(toString(organisation), {p1:Array(String)}, {p2:Array(String)}, toString(organisation)) AS organisation, multiIf(month < {p3:Date}, transform(toString(line), {p4:Array(String)}, {p5:Array(String)}, toString(line)), toString(line)) AS line)
          FROM (
            SELECT *
            FROM exposure FINAL
            WHERE removed = 0 AND premium IS NOT NULL))
        WHERE (line IN {p6:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p7:Array(String)}))
      GROUP BY first_day, split, across))
  WHERE ((day >= {p8:Date} AND day < {p9:Date})))
WHERE code != ''
GROUP BY code
HAVING amount > 0
ORDER BY code
-- {"p0":2,"p1":["hq.a"],"p2":["hq.b"],"p3":"2026-02-01","p4":["old"],"p5":["new"],"p6":["life"],"p7":["life."],"p8":"2025-03-10","p9":"2026-03-10"}

-- not known by cities
SELECT split AS code, sum(den) AS amount
FROM (SELECT day, split, across, den
  FROM (
    SELECT arrayJoin(arrayMap(d -> first_day + d, range(toUInt32(days)))) AS day, split, across, total / days AS den
    FROM (
      SELECT month AS first_day, '' AS split, '' AS across, toFloat64(sum(policies)) AS total,
             toDayOfMonth(toLastDayOfMonth(first_day)) AS days
      FROM exposure FINAL
        WHERE removed = 0 AND 0 AND (line IN {p0:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p1:Array(String)}))
      GROUP BY first_day, split, across))
  WHERE ((day >= {p2:Date} AND day < {p3:Date})))
WHERE code != ''
GROUP BY code
HAVING amount > 0
ORDER BY code
-- {"p0":["life"],"p1":["life."],"p2":"2025-03-10","p3":"2026-03-10"}
