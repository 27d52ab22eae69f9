-- policies
SELECT period, value, denominatorUntil
FROM (SELECT toUInt8({p0:UInt8}) AS period,
           sum(num) * {p1:Float64} / nullIf(sum(den), 0) AS value,
           if(countIf(den > 0) = 0, NULL, toStartOfMonth(maxIf(day, den > 0))) AS denominatorUntil
    FROM (SELECT day, toString('') AS split, toFloat64(complaints) AS num, toFloat64(0) AS den
      FROM (SELECT day, complaints
        FROM cube_daily_region
        WHERE ((day >= {p2:Date} AND day < {p3:Date})) AND (line IN {p4:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p5:Array(String)})))
      WHERE toStartOfMonth(day) IN (SELECT month FROM exposure FINAL
        WHERE policies IS NOT NULL AND (line IN {p6:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p7:Array(String)})))
      UNION ALL
      SELECT day, split, toFloat64(0) AS num, den
      FROM (SELECT day, split, den
        FROM (
          SELECT arrayJoin(arrayMap(d -> first_day + d, range(toUInt32(days)))) AS day, split, total / days AS den
          FROM (
            SELECT month AS first_day, toString('') AS split, toFloat64(sum(policies)) AS total,
                   toDayOfMonth(toLastDayOfMonth(first_day)) AS days
            FROM exposure FINAL
              WHERE policies IS NOT NULL AND (line IN {p8:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p9:Array(String)}))
            GROUP BY first_day, split))
        WHERE ((day >= {p10:Date} AND day < {p11:Date}))))
  UNION ALL
  SELECT toUInt8({p12:UInt8}) AS period,
           sum(num) * {p13:Float64} / nullIf(sum(den), 0) AS value,
           if(countIf(den > 0) = 0, NULL, toStartOfMonth(maxIf(day, den > 0))) AS denominatorUntil
    FROM (SELECT day, toString('') AS split, toFloat64(complaints) AS num, toFloat64(0) AS den
      FROM (SELECT day, complaints
        FROM cube_daily_region
        WHERE ((day >= {p14:Date} AND day < {p15:Date})) AND (line IN {p16:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p17:Array(String)})))
      WHERE toStartOfMonth(day) IN (SELECT month FROM exposure FINAL
        WHERE policies IS NOT NULL AND (line IN {p18:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p19:Array(String)})))
      UNION ALL
      SELECT day, split, toFloat64(0) AS num, den
      FROM (SELECT day, split, den
        FROM (
          SELECT arrayJoin(arrayMap(d -> first_day + d, range(toUInt32(days)))) AS day, split, total / days AS den
          FROM (
            SELECT month AS first_day, toString('') AS split, toFloat64(sum(policies)) AS total,
                   toDayOfMonth(toLastDayOfMonth(first_day)) AS days
            FROM exposure FINAL
              WHERE policies IS NOT NULL AND (line IN {p20:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p21:Array(String)}))
            GROUP BY first_day, split))
        WHERE ((day >= {p22:Date} AND day < {p23:Date})))))
ORDER BY period
-- {"p0":0,"p1":10000,"p2":"2026-03-01","p3":"2026-04-01","p4":["life"],"p5":["life."],"p6":["life"],"p7":["life."],"p8":["life"],"p9":["life."],"p10":"2026-03-01","p11":"2026-04-01","p12":1,"p13":10000,"p14":"2025-03-01","p15":"2025-03-15","p16":["life"],"p17":["life."],"p18":["life"],"p19":["life."],"p20":["life"],"p21":["life."],"p22":"2025-03-01","p23":"2025-03-15"}

-- on time
SELECT period, value, denominatorUntil
FROM (SELECT toUInt8({p0:UInt8}) AS period,
         sum(num) * {p1:Float64} / nullIf(sum(den), 0) AS value,
         if(countIf(den > 0) = 0, NULL, toStartOfMonth(maxIf(day, den > 0))) AS denominatorUntil
  FROM (SELECT day, '' AS split, closed_in_time AS num, due AS den
    FROM (SELECT day, closed_in_time, due
      FROM cube_due
      WHERE ((day >= {p2:Date} AND day < {p3:Date})) AND (line IN {p4:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p5:Array(String)})))))
ORDER BY period
-- {"p0":0,"p1":100,"p2":"2026-03-01","p3":"2026-04-01","p4":["life"],"p5":["life."]}
