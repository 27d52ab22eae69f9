-- policies
SELECT period, num * {p0:Float64} / nullIf(den, 0) AS value,
       if(den > 0, toStartOfMonth(last_day), NULL) AS denominatorUntil
FROM (SELECT period, num, den, last_day
  FROM (SELECT [{p1:UInt8}, {p2:UInt8}] AS periods, [sumIf(num, (day >= {p3:Date} AND day < {p4:Date})), sumIf(num, (day >= {p5:Date} AND day < {p6:Date}))] AS by_num, [sumIf(den, (day >= {p7:Date} AND day < {p8:Date})), sumIf(den, (day >= {p9:Date} AND day < {p10:Date}))] AS by_den, [maxIf(day, den > 0 AND (day >= {p11:Date} AND day < {p12:Date})), maxIf(day, den > 0 AND (day >= {p13:Date} AND day < {p14:Date}))] AS by_last_day FROM (SELECT day, toString('') AS split, toFloat64(complaints) AS num, toFloat64(0) AS den
    FROM (SELECT day, complaints
      FROM cube_daily_line
      WHERE ((day >= {p15:Date} AND day < {p16:Date}) OR (day >= {p17:Date} AND day < {p18:Date})) AND (line IN {p19:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p20:Array(String)})) AND source = 'regulator')
    WHERE toStartOfMonth(day) IN (SELECT month FROM exposure FINAL
      WHERE policies IS NOT NULL AND (line IN {p21:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p22:Array(String)})))
    UNION ALL
    SELECT day, split, toFloat64(0) AS num, den
    FROM (SELECT day, split, den
      FROM (
        SELECT arrayJoin(arrayMap(d -> first_day + d, range(toUInt32(days)))) AS day, split, total / days AS den
        FROM (
          SELECT month AS first_day, toString('') AS split, toFloat64(sum(policies)) AS total,
                 toDayOfMonth(toLastDayOfMonth(first_day)) AS days
          FROM exposure FINAL
            WHERE policies IS NOT NULL AND (line IN {p23:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p24:Array(String)}))
          GROUP BY first_day, split))
      WHERE ((day >= {p25:Date} AND day < {p26:Date}) OR (day >= {p27:Date} AND day < {p28:Date})))))
  ARRAY JOIN periods AS period, by_num AS num, by_den AS den, by_last_day AS last_day)
ORDER BY period
-- {"p0":10000,"p1":0,"p2":1,"p3":"2026-03-01","p4":"2026-04-01","p5":"2025-03-01","p6":"2025-03-15","p7":"2026-03-01","p8":"2026-04-01","p9":"2025-03-01","p10":"2025-03-15","p11":"2026-03-01","p12":"2026-04-01","p13":"2025-03-01","p14":"2025-03-15","p15":"2026-03-01","p16":"2026-04-01","p17":"2025-03-01","p18":"2025-03-15","p19":["life"],"p20":["life."],"p21":["life"],"p22":["life."],"p23":["life"],"p24":["life."],"p25":"2026-03-01","p26":"2026-04-01","p27":"2025-03-01","p28":"2025-03-15"}

-- on time
SELECT period, num * {p0:Float64} / nullIf(den, 0) AS value,
       if(den > 0, toStartOfMonth(last_day), NULL) AS denominatorUntil
FROM (SELECT period, num, den, last_day
  FROM (SELECT [{p1:UInt8}] AS periods, [sumIf(num, (day >= {p2:Date} AND day < {p3:Date}))] AS by_num, [sumIf(den, (day >= {p4:Date} AND day < {p5:Date}))] AS by_den, [maxIf(day, den > 0 AND (day >= {p6:Date} AND day < {p7:Date}))] AS by_last_day FROM (SELECT day, '' AS split, closed_in_time AS num, due AS den
    FROM (SELECT day, closed_in_time, due
      FROM cube_due
      WHERE ((day >= {p8:Date} AND day < {p9:Date})) AND (line IN {p10:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p11:Array(String)})))))
  ARRAY JOIN periods AS period, by_num AS num, by_den AS den, by_last_day AS last_day)
ORDER BY period
-- {"p0":100,"p1":0,"p2":"2026-03-01","p3":"2026-04-01","p4":"2026-03-01","p5":"2026-04-01","p6":"2026-03-01","p7":"2026-04-01","p8":"2026-03-01","p9":"2026-04-01","p10":["life"],"p11":["life."]}
