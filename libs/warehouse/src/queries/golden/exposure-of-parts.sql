-- organisations
SELECT split AS code, sum(premium) AS amount
FROM (SELECT day, split, across, premium
  FROM (
    SELECT arrayJoin(arrayMap(d -> first_day + d, range(toUInt32(days)))) AS day, split, across,
           total_premium / days AS premium
    FROM (
      SELECT month AS first_day, toString(substringIndex(organisation, '.', {p0:UInt8})) AS split, '' AS across, toDayOfMonth(toLastDayOfMonth(first_day)) AS days,
             toFloat64(sum(premium)) AS total_premium
      FROM (
          SELECT * REPLACE (transform(toString(organisation), {p1:Array(String)}, {p2:Array(String)}, toString(organisation)) AS organisation, multiIf(month < {p3:Date}, transform(toString(line), {p4:Array(String)}, {p5:Array(String)}, toString(line)), toString(line)) AS line)
          FROM (
            SELECT *
            FROM placed_exposure FINAL
            WHERE city = '' AND removed = 0 AND ((month >= {p6:Date} AND month < {p7:Date})) AND (premium IS NOT NULL)))
        WHERE (line IN {p8:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p9:Array(String)}))
      GROUP BY first_day, split, across))
  WHERE ((day >= {p10:Date} AND day < {p11:Date})))
WHERE code != ''
GROUP BY code
HAVING amount > 0
ORDER BY code
-- {"p0":2,"p1":["hq.a"],"p2":["hq.b"],"p3":"2026-02-01","p4":["old"],"p5":["new"],"p6":"2025-03-01","p7":"2026-03-10","p8":["life"],"p9":["life."],"p10":"2025-03-10","p11":"2026-03-10"}

-- not known by cities
SELECT split AS code, sum(policies) AS amount
FROM (SELECT day, split, across, policies
  FROM (
    SELECT arrayJoin(arrayMap(d -> first_day + d, range(toUInt32(days)))) AS day, split, across,
           total_policies / days AS policies
    FROM (
      SELECT month AS first_day, toString(city) AS split, '' AS across, toDayOfMonth(toLastDayOfMonth(first_day)) AS days,
             toFloat64(sum(policies)) AS total_policies
      FROM placed_exposure FINAL
        WHERE city != '' AND removed = 0 AND ((month >= {p0:Date} AND month < {p1:Date})) AND (policies IS NOT NULL) AND (line IN {p2:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p3:Array(String)}))
      GROUP BY first_day, split, across))
  WHERE ((day >= {p4:Date} AND day < {p5:Date})))
WHERE code != ''
GROUP BY code
HAVING amount > 0
ORDER BY code
-- {"p0":"2025-03-01","p1":"2026-03-10","p2":["life"],"p3":["life."],"p4":"2025-03-10","p5":"2026-03-10"}
