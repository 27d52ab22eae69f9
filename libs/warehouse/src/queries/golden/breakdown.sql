-- a sum
SELECT split AS code,
       toFloat64(sumIf(num, (day >= {p0:Date} AND day < {p1:Date}))) AS value,
       if({p2:Date} >= (SELECT min(day) FROM cube_daily_total), toFloat64(sumIf(num, (day >= {p3:Date} AND day < {p4:Date}))), NULL) AS yearBefore,
       if({p5:Date} >= (SELECT min(day) FROM cube_daily_total), toFloat64(sumIf(num, (day >= {p6:Date} AND day < {p7:Date}))), NULL) AS periodBefore
FROM (SELECT day, region AS split, complaints AS num, toUInt64(0) AS den
  FROM (SELECT day, region, complaints
    FROM cube_daily_region
      WHERE ((day >= {p8:Date} AND day < {p9:Date}) OR (day >= {p10:Date} AND day < {p11:Date}) OR (day >= {p12:Date} AND day < {p13:Date}))))
GROUP BY code
HAVING sum(num) > 0
ORDER BY value DESC NULLS LAST, code
LIMIT {p14:UInt32}
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":"2025-03-01","p3":"2025-03-01","p4":"2025-03-15","p5":"2026-02-01","p6":"2026-02-01","p7":"2026-02-15","p8":"2025-03-01","p9":"2025-03-15","p10":"2026-02-01","p11":"2026-02-15","p12":"2026-03-01","p13":"2026-04-01","p14":100}

-- told as of a day
SELECT split AS code,
       sumIf(num, (day >= {p0:Date} AND day < {p1:Date})) * {p2:Float64} / nullIf(sumIf(den, (day >= {p3:Date} AND day < {p4:Date})), 0) AS value,
       if({p5:Date} >= (SELECT min(day) FROM cube_daily_total), sumIf(num, (day >= {p6:Date} AND day < {p7:Date})) * {p8:Float64} / nullIf(sumIf(den, (day >= {p9:Date} AND day < {p10:Date})), 0), NULL) AS yearBefore,
       if({p11:Date} >= (SELECT min(day) FROM cube_daily_total), sumIf(num, (day >= {p12:Date} AND day < {p13:Date})) * {p14:Float64} / nullIf(sumIf(den, (day >= {p15:Date} AND day < {p16:Date})), 0), NULL) AS periodBefore
FROM (SELECT day, toString(organisation) AS split, toFloat64(complaints) AS num, toFloat64(0) AS den
  FROM (SELECT day, organisation, complaints
    FROM (
        SELECT * REPLACE (transform(toString(organisation), {p17:Array(String)}, {p18:Array(String)}, toString(organisation)) AS organisation, multiIf(day < {p19:Date}, transform(toString(line), {p20:Array(String)}, {p21:Array(String)}, toString(line)), toString(line)) AS line)
        FROM (
          SELECT *
          FROM cube_daily_organisation
          WHERE ((day >= {p22:Date} AND day < {p23:Date}) OR (day >= {p24:Date} AND day < {p25:Date}) OR (day >= {p26:Date} AND day < {p27:Date}))))
      WHERE (line IN {p28:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p29:Array(String)})) AND source = 'regulator')
  WHERE toStartOfMonth(day) IN (SELECT month FROM (
      SELECT * REPLACE (transform(toString(organisation), {p30:Array(String)}, {p31:Array(String)}, toString(organisation)) AS organisation, multiIf(month < {p32:Date}, transform(toString(line), {p33:Array(String)}, {p34:Array(String)}, toString(line)), toString(line)) AS line)
      FROM (
        SELECT *
        FROM exposure FINAL
        WHERE removed = 0 AND policies IS NOT NULL))
    WHERE (line IN {p35:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p36:Array(String)})))
  UNION ALL
  SELECT day, split, toFloat64(0) AS num, den
  FROM (SELECT day, split, den
    FROM (
      SELECT arrayJoin(arrayMap(d -> first_day + d, range(toUInt32(days)))) AS day, split, total / days AS den
      FROM (
        SELECT month AS first_day, toString(organisation) AS split, toFloat64(sum(policies)) AS total,
               toDayOfMonth(toLastDayOfMonth(first_day)) AS days
        FROM (
            SELECT * REPLACE (transform(toString(organisation), {p37:Array(String)}, {p38:Array(String)}, toString(organisation)) AS organisation, multiIf(month < {p39:Date}, transform(toString(line), {p40:Array(String)}, {p41:Array(String)}, toString(line)), toString(line)) AS line)
            FROM (
              SELECT *
              FROM exposure FINAL
              WHERE removed = 0 AND policies IS NOT NULL))
          WHERE (line IN {p42:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p43:Array(String)}))
        GROUP BY first_day, split))
    WHERE ((day >= {p44:Date} AND day < {p45:Date}) OR (day >= {p46:Date} AND day < {p47:Date}) OR (day >= {p48:Date} AND day < {p49:Date}))))
GROUP BY code
HAVING sum(num) > 0
ORDER BY value DESC NULLS LAST, code
LIMIT {p50:UInt32}
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":10000,"p3":"2026-03-01","p4":"2026-04-01","p5":"2025-03-01","p6":"2025-03-01","p7":"2025-03-15","p8":10000,"p9":"2025-03-01","p10":"2025-03-15","p11":"2026-02-01","p12":"2026-02-01","p13":"2026-02-15","p14":10000,"p15":"2026-02-01","p16":"2026-02-15","p17":["hq.a"],"p18":["hq.b"],"p19":"2026-02-01","p20":["old"],"p21":["new"],"p22":"2025-03-01","p23":"2025-03-15","p24":"2026-02-01","p25":"2026-02-15","p26":"2026-03-01","p27":"2026-04-01","p28":["life"],"p29":["life."],"p30":["hq.a"],"p31":["hq.b"],"p32":"2026-02-01","p33":["old"],"p34":["new"],"p35":["life"],"p36":["life."],"p37":["hq.a"],"p38":["hq.b"],"p39":"2026-02-01","p40":["old"],"p41":["new"],"p42":["life"],"p43":["life."],"p44":"2025-03-01","p45":"2025-03-15","p46":"2026-02-01","p47":"2026-02-15","p48":"2026-03-01","p49":"2026-04-01","p50":100}

-- a rate by level
SELECT split AS code,
       sumIf(num, (day >= {p0:Date} AND day < {p1:Date})) * {p2:Float64} / nullIf(sumIf(den, (day >= {p3:Date} AND day < {p4:Date})), 0) AS value,
       if({p5:Date} >= (SELECT min(day) FROM cube_daily_total), sumIf(num, (day >= {p6:Date} AND day < {p7:Date})) * {p8:Float64} / nullIf(sumIf(den, (day >= {p9:Date} AND day < {p10:Date})), 0), NULL) AS yearBefore,
       if({p11:Date} >= (SELECT min(day) FROM cube_daily_total), sumIf(num, (day >= {p12:Date} AND day < {p13:Date})) * {p14:Float64} / nullIf(sumIf(den, (day >= {p15:Date} AND day < {p16:Date})), 0), NULL) AS periodBefore
FROM (SELECT day, toString(arrayStringConcat(arraySlice(splitByChar('.', line), 1, {p17:UInt8}), '.')) AS split, toFloat64(complaints) AS num, toFloat64(0) AS den
  FROM (SELECT day, line, complaints
    FROM cube_daily_line
      WHERE ((day >= {p18:Date} AND day < {p19:Date}) OR (day >= {p20:Date} AND day < {p21:Date}) OR (day >= {p22:Date} AND day < {p23:Date})) AND source = 'regulator')
  WHERE toStartOfMonth(day) IN (SELECT month FROM exposure FINAL
    WHERE removed = 0 AND premium IS NOT NULL)
  UNION ALL
  SELECT day, split, toFloat64(0) AS num, den
  FROM (SELECT day, split, den
    FROM (
      SELECT arrayJoin(arrayMap(d -> first_day + d, range(toUInt32(days)))) AS day, split, total / days AS den
      FROM (
        SELECT month AS first_day, toString(arrayStringConcat(arraySlice(splitByChar('.', line), 1, {p24:UInt8}), '.')) AS split, toFloat64(sum(premium)) AS total,
               toDayOfMonth(toLastDayOfMonth(first_day)) AS days
        FROM exposure FINAL
          WHERE removed = 0 AND premium IS NOT NULL
        GROUP BY first_day, split))
    WHERE ((day >= {p25:Date} AND day < {p26:Date}) OR (day >= {p27:Date} AND day < {p28:Date}) OR (day >= {p29:Date} AND day < {p30:Date}))))
GROUP BY code
HAVING sum(num) > 0
ORDER BY value DESC NULLS LAST, code
LIMIT {p31:UInt32}
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":100000000,"p3":"2026-03-01","p4":"2026-04-01","p5":"2025-03-01","p6":"2025-03-01","p7":"2025-03-15","p8":100000000,"p9":"2025-03-01","p10":"2025-03-15","p11":"2026-02-01","p12":"2026-02-01","p13":"2026-02-15","p14":100000000,"p15":"2026-02-01","p16":"2026-02-15","p17":1,"p18":"2025-03-01","p19":"2025-03-15","p20":"2026-02-01","p21":"2026-02-15","p22":"2026-03-01","p23":"2026-04-01","p24":1,"p25":"2025-03-01","p26":"2025-03-15","p27":"2026-02-01","p28":"2026-02-15","p29":"2026-03-01","p30":"2026-04-01","p31":10}
