-- policies
SELECT period, num * {p0:Float64} / nullIf(den, 0) AS value,
       if(den > 0, toStartOfMonth(last_day), NULL) AS denominatorUntil
FROM (SELECT period, sum(day_num) AS num, sum(day_den) AS den, maxIf(day, day_den > 0) AS last_day
  FROM (SELECT day, sum(num) AS day_num, sum(den) AS day_den FROM (SELECT day, toString('') AS split, toFloat64(complaints) AS num, toFloat64(0) AS den
    FROM (SELECT day, complaints
      FROM cube_daily_line
        WHERE ((day >= {p1:Date} AND day < {p2:Date}) OR (day >= {p3:Date} AND day < {p4:Date})) AND (line IN {p5:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p6:Array(String)})) AND source = 'regulator')
    WHERE toStartOfMonth(day) IN (SELECT month FROM exposure FINAL
      WHERE removed = 0 AND policies IS NOT NULL AND (line IN {p7:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p8:Array(String)})))
    UNION ALL
    SELECT day, split, toFloat64(0) AS num, den
    FROM (SELECT day, split, den
      FROM (
        SELECT arrayJoin(arrayMap(d -> first_day + d, range(toUInt32(days)))) AS day, split, total / days AS den
        FROM (
          SELECT month AS first_day, toString('') AS split, toFloat64(sum(policies)) AS total,
                 toDayOfMonth(toLastDayOfMonth(first_day)) AS days
          FROM exposure FINAL
            WHERE removed = 0 AND policies IS NOT NULL AND (line IN {p9:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p10:Array(String)}))
          GROUP BY first_day, split))
      WHERE ((day >= {p11:Date} AND day < {p12:Date}) OR (day >= {p13:Date} AND day < {p14:Date})))) GROUP BY day)
  ARRAY JOIN arrayFilter((number, since, until) -> day >= since AND day < until,
    arrayMap(number -> toUInt8(number - 1), arrayEnumerate({p15:Array(Date)})),
    {p16:Array(Date)}, {p17:Array(Date)}) AS period
  GROUP BY period
  ORDER BY period WITH FILL FROM 0 TO {p18:UInt8})
ORDER BY period
-- {"p0":10000,"p1":"2025-03-01","p2":"2025-03-15","p3":"2026-03-01","p4":"2026-04-01","p5":["life"],"p6":["life."],"p7":["life"],"p8":["life."],"p9":["life"],"p10":["life."],"p11":"2025-03-01","p12":"2025-03-15","p13":"2026-03-01","p14":"2026-04-01","p15":["2026-03-01","2025-03-01"],"p16":["2026-03-01","2025-03-01"],"p17":["2026-04-01","2025-03-15"],"p18":2}

-- on time
SELECT period, num * {p0:Float64} / nullIf(den, 0) AS value,
       if(den > 0, toStartOfMonth(last_day), NULL) AS denominatorUntil
FROM (SELECT period, sum(day_num) AS num, sum(day_den) AS den, maxIf(day, day_den > 0) AS last_day
  FROM (SELECT day, sum(num) AS day_num, sum(den) AS day_den FROM (SELECT day, '' AS split, closed_in_time AS num, due AS den
    FROM (SELECT day, closed_in_time, due
      FROM cube_due
        WHERE ((day >= {p1:Date} AND day < {p2:Date})) AND (line IN {p3:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p4:Array(String)})))) GROUP BY day)
  ARRAY JOIN arrayFilter((number, since, until) -> day >= since AND day < until,
    arrayMap(number -> toUInt8(number - 1), arrayEnumerate({p5:Array(Date)})),
    {p6:Array(Date)}, {p7:Array(Date)}) AS period
  GROUP BY period
  ORDER BY period WITH FILL FROM 0 TO {p8:UInt8})
ORDER BY period
-- {"p0":100,"p1":"2026-03-01","p2":"2026-04-01","p3":["life"],"p4":["life."],"p5":["2026-03-01"],"p6":["2026-03-01"],"p7":["2026-04-01"],"p8":1}
