-- a sum
SELECT split AS code,
       toFloat64(sumIf(num, (day >= {p0:Date} AND day < {p1:Date}))) AS value,
       toFloat64(sumIf(num, (day >= {p2:Date} AND day < {p3:Date}))) AS cases,
       if({p4:Date} >= (SELECT min(day) FROM cube_daily_total), toFloat64(sumIf(num, (day >= {p5:Date} AND day < {p6:Date}))), NULL) AS yearBefore,
       if({p7:Date} >= (SELECT min(day) FROM cube_daily_total), toFloat64(sumIf(num, (day >= {p8:Date} AND day < {p9:Date}))), NULL) AS periodBefore
FROM (SELECT day, toString(region) AS split, '' AS across, complaints AS num, toUInt64(0) AS den
  FROM (SELECT day, region, complaints
    FROM cube_daily_region
      WHERE ((day >= {p10:Date} AND day < {p11:Date}) OR (day >= {p12:Date} AND day < {p13:Date}) OR (day >= {p14:Date} AND day < {p15:Date}))))
GROUP BY code
HAVING sum(num) > 0 OR sum(den) > 0
ORDER BY value DESC NULLS LAST, code
LIMIT {p16:UInt32}
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":"2026-03-01","p3":"2026-04-01","p4":"2025-03-01","p5":"2025-03-01","p6":"2025-03-15","p7":"2026-02-01","p8":"2026-02-01","p9":"2026-02-15","p10":"2025-03-01","p11":"2025-03-15","p12":"2026-02-01","p13":"2026-02-15","p14":"2026-03-01","p15":"2026-04-01","p16":100}

-- told as of a day
SELECT split AS code,
       sumIf(num, (day >= {p0:Date} AND day < {p1:Date})) * {p2:Float64} / nullIf(sumIf(den, (day >= {p3:Date} AND day < {p4:Date})), 0) AS value,
       toFloat64(sumIf(num, (day >= {p5:Date} AND day < {p6:Date}))) AS cases,
       if({p7:Date} >= (SELECT min(day) FROM cube_daily_total), sumIf(num, (day >= {p8:Date} AND day < {p9:Date})) * {p10:Float64} / nullIf(sumIf(den, (day >= {p11:Date} AND day < {p12:Date})), 0), NULL) AS yearBefore,
       if({p13:Date} >= (SELECT min(day) FROM cube_daily_total), sumIf(num, (day >= {p14:Date} AND day < {p15:Date})) * {p16:Float64} / nullIf(sumIf(den, (day >= {p17:Date} AND day < {p18:Date})), 0), NULL) AS periodBefore
FROM (SELECT day, toString(organisation) AS split, '' AS across, toFloat64(complaints) AS num, toFloat64(0) AS den
  FROM (SELECT day, organisation, complaints
    FROM (
        SELECT * REPLACE (transform(toString(organisation), {p19:Array(String)}, {p20:Array(String)}, toString(organisation)) AS organisation, multiIf(day < {p21:Date}, transform(toString(line), {p22:Array(String)}, {p23:Array(String)}, toString(line)), toString(line)) AS line)
        FROM (
          SELECT *
          FROM cube_daily_organisation
          WHERE ((day >= {p24:Date} AND day < {p25:Date}) OR (day >= {p26:Date} AND day < {p27:Date}) OR (day >= {p28:Date} AND day < {p29:Date}))))
      WHERE (line IN {p30:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p31:Array(String)})) AND source = 'regulator')
  WHERE toStartOfMonth(day) IN (SELECT month FROM (
      SELECT * REPLACE (transform(toString(organisation), {p32:Array(String)}, {p33:Array(String)}, toString(organisation)) AS organisation, multiIf(month < {p34:Date}, transform(toString(line), {p35:Array(String)}, {p36:Array(String)}, toString(line)), toString(line)) AS line)
      FROM (
        SELECT *
        FROM exposure FINAL
        WHERE removed = 0 AND policies IS NOT NULL))
    WHERE (line IN {p37:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p38:Array(String)})))
  UNION ALL
  SELECT day, split, across, toFloat64(0) AS num, den
  FROM (SELECT day, split, across, den
    FROM (
      SELECT arrayJoin(arrayMap(d -> first_day + d, range(toUInt32(days)))) AS day, split, across, total / days AS den
      FROM (
        SELECT month AS first_day, toString(organisation) AS split, '' AS across, toFloat64(sum(policies)) AS total,
               toDayOfMonth(toLastDayOfMonth(first_day)) AS days
        FROM (
            SELECT * REPLACE (transform(toString(organisation), {p39:Array(String)}, {p40:Array(String)}, toString(organisation)) AS organisation, multiIf(month < {p41:Date}, transform(toString(line), {p42:Array(String)}, {p43:Array(String)}, toString(line)), toString(line)) AS line)
            FROM (
              SELECT *
              FROM exposure FINAL
              WHERE removed = 0 AND policies IS NOT NULL))
          WHERE (line IN {p44:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p45:Array(String)}))
        GROUP BY first_day, split, across))
    WHERE ((day >= {p46:Date} AND day < {p47:Date}) OR (day >= {p48:Date} AND day < {p49:Date}) OR (day >= {p50:Date} AND day < {p51:Date}))))
GROUP BY code
HAVING sum(num) > 0 OR sum(den) > 0
ORDER BY value DESC NULLS LAST, code
LIMIT {p52:UInt32}
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":10000,"p3":"2026-03-01","p4":"2026-04-01","p5":"2026-03-01","p6":"2026-04-01","p7":"2025-03-01","p8":"2025-03-01","p9":"2025-03-15","p10":10000,"p11":"2025-03-01","p12":"2025-03-15","p13":"2026-02-01","p14":"2026-02-01","p15":"2026-02-15","p16":10000,"p17":"2026-02-01","p18":"2026-02-15","p19":["hq.a"],"p20":["hq.b"],"p21":"2026-02-01","p22":["old"],"p23":["new"],"p24":"2025-03-01","p25":"2025-03-15","p26":"2026-02-01","p27":"2026-02-15","p28":"2026-03-01","p29":"2026-04-01","p30":["life"],"p31":["life."],"p32":["hq.a"],"p33":["hq.b"],"p34":"2026-02-01","p35":["old"],"p36":["new"],"p37":["life"],"p38":["life."],"p39":["hq.a"],"p40":["hq.b"],"p41":"2026-02-01","p42":["old"],"p43":["new"],"p44":["life"],"p45":["life."],"p46":"2025-03-01","p47":"2025-03-15","p48":"2026-02-01","p49":"2026-02-15","p50":"2026-03-01","p51":"2026-04-01","p52":100}

-- works by organisation, told as of a day
SELECT split AS code,
       if(sumIf(den, (day >= {p0:Date} AND day < {p1:Date})) = 0, NULL, toFloat64(sumIf(num, (day >= {p2:Date} AND day < {p3:Date})))) AS value,
       toFloat64(sumIf(num, (day >= {p4:Date} AND day < {p5:Date}))) AS cases,
       if({p6:Date} >= (SELECT min(day) FROM cube_daily_total), if(sumIf(den, (day >= {p7:Date} AND day < {p8:Date})) = 0, NULL, toFloat64(sumIf(num, (day >= {p9:Date} AND day < {p10:Date})))), NULL) AS yearBefore,
       if({p11:Date} >= (SELECT min(day) FROM cube_daily_total), if(sumIf(den, (day >= {p12:Date} AND day < {p13:Date})) = 0, NULL, toFloat64(sumIf(num, (day >= {p14:Date} AND day < {p15:Date})))), NULL) AS periodBefore
FROM (SELECT day, toString(arrayStringConcat(arraySlice(splitByChar('.', organisation), 1, {p16:UInt8}), '.')) AS split, '' AS across, value AS num, toUInt64(1) AS den
  FROM (
      SELECT * REPLACE (transform(toString(organisation), {p17:Array(String)}, {p18:Array(String)}, toString(organisation)) AS organisation)
      FROM (
        SELECT *
        FROM (
          SELECT organisation, day, value
          FROM (
            SELECT organisation, day, value,
                   max(organisation = '') OVER (PARTITION BY period, metric) AS has_whole,
                   max(organisation != '') OVER (PARTITION BY period, metric) AS has_parts
            FROM (
              SELECT JSONExtractString(cells, 'organisation') AS organisation, JSONExtractString(cells, 'period') AS period,
                     JSONExtractString(cells, 'metric') AS metric, toFloat64OrZero(JSONExtractString(cells, 'value')) AS value,
                     multiIf(match(period, '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'), toDate(parseDateTimeBestEffortOrZero(period)),
                               toLastDayOfMonth(makeDate(toUInt16(substring(period, 1, 4)), multiIf(
                                 position(period, 'Q') > 0, 3 * toUInt8OrZero(substring(period, length(period))),
                                 position(period, 'H') > 0, 6 * toUInt8OrZero(substring(period, length(period))),
                                 match(period, '[M-][0-9]{2}$'), toUInt8OrZero(substring(period, length(period) - 1)),
                                 12), 1))) AS day
              FROM (SELECT key, argMax(r.cells, r.version) AS cells, max(r.version) AS version, argMax(r.at, r.version) AS at,
                       argMax(r.by, r.version) AS by
                FROM reference_row AS r
                WHERE table_name = {p19:String} AND r.version IN (SELECT version
                  FROM reference_version
                  WHERE table_name = {p20:String})
                GROUP BY key
                HAVING argMax(r.removed, r.version) = 0)
              WHERE JSONExtractString(cells, 'kind') = {p21:String} AND position(metric, '人') > 0 AND match(metric, '率|%') = 0)
            WHERE 1)
          WHERE organisation != '' OR NOT has_parts)
        WHERE 1 AND 1 AND ((day >= {p22:Date} AND day < {p23:Date}) OR (day >= {p24:Date} AND day < {p25:Date}) OR (day >= {p26:Date} AND day < {p27:Date}))))
    WHERE 1)
GROUP BY code
HAVING sum(num) > 0 OR sum(den) > 0
ORDER BY value DESC NULLS LAST, code
LIMIT {p28:UInt32}
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":"2026-03-01","p3":"2026-04-01","p4":"2026-03-01","p5":"2026-04-01","p6":"2025-03-01","p7":"2025-03-01","p8":"2025-03-15","p9":"2025-03-01","p10":"2025-03-15","p11":"2026-02-01","p12":"2026-02-01","p13":"2026-02-15","p14":"2026-02-01","p15":"2026-02-15","p16":2,"p17":["hq.a"],"p18":["hq.b"],"p19":"work","p20":"work","p21":"training","p22":"2025-03-01","p23":"2025-03-15","p24":"2026-02-01","p25":"2026-02-15","p26":"2026-03-01","p27":"2026-04-01","p28":100}

-- a rate by level
SELECT split AS code,
       sumIf(num, (day >= {p0:Date} AND day < {p1:Date})) * {p2:Float64} / nullIf(sumIf(den, (day >= {p3:Date} AND day < {p4:Date})), 0) AS value,
       toFloat64(sumIf(num, (day >= {p5:Date} AND day < {p6:Date}))) AS cases,
       if({p7:Date} >= (SELECT min(day) FROM cube_daily_total), sumIf(num, (day >= {p8:Date} AND day < {p9:Date})) * {p10:Float64} / nullIf(sumIf(den, (day >= {p11:Date} AND day < {p12:Date})), 0), NULL) AS yearBefore,
       if({p13:Date} >= (SELECT min(day) FROM cube_daily_total), sumIf(num, (day >= {p14:Date} AND day < {p15:Date})) * {p16:Float64} / nullIf(sumIf(den, (day >= {p17:Date} AND day < {p18:Date})), 0), NULL) AS periodBefore
FROM (SELECT day, toString(arrayStringConcat(arraySlice(splitByChar('.', line), 1, {p19:UInt8}), '.')) AS split, '' AS across, toFloat64(complaints) AS num, toFloat64(0) AS den
  FROM (SELECT day, line, complaints
    FROM cube_daily_line
      WHERE ((day >= {p20:Date} AND day < {p21:Date}) OR (day >= {p22:Date} AND day < {p23:Date}) OR (day >= {p24:Date} AND day < {p25:Date})) AND source = 'regulator')
  WHERE toStartOfMonth(day) IN (SELECT month FROM exposure FINAL
    WHERE removed = 0 AND premium IS NOT NULL)
  UNION ALL
  SELECT day, split, across, toFloat64(0) AS num, den
  FROM (SELECT day, split, across, den
    FROM (
      SELECT arrayJoin(arrayMap(d -> first_day + d, range(toUInt32(days)))) AS day, split, across, total / days AS den
      FROM (
        SELECT month AS first_day, toString(arrayStringConcat(arraySlice(splitByChar('.', line), 1, {p26:UInt8}), '.')) AS split, '' AS across, toFloat64(sum(premium)) AS total,
               toDayOfMonth(toLastDayOfMonth(first_day)) AS days
        FROM exposure FINAL
          WHERE removed = 0 AND premium IS NOT NULL
        GROUP BY first_day, split, across))
    WHERE ((day >= {p27:Date} AND day < {p28:Date}) OR (day >= {p29:Date} AND day < {p30:Date}) OR (day >= {p31:Date} AND day < {p32:Date}))))
GROUP BY code
HAVING sum(num) > 0 OR sum(den) > 0
ORDER BY value DESC NULLS LAST, code
LIMIT {p33:UInt32}
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":100000000,"p3":"2026-03-01","p4":"2026-04-01","p5":"2026-03-01","p6":"2026-04-01","p7":"2025-03-01","p8":"2025-03-01","p9":"2025-03-15","p10":100000000,"p11":"2025-03-01","p12":"2025-03-15","p13":"2026-02-01","p14":"2026-02-01","p15":"2026-02-15","p16":100000000,"p17":"2026-02-01","p18":"2026-02-15","p19":1,"p20":"2025-03-01","p21":"2025-03-15","p22":"2026-02-01","p23":"2026-02-15","p24":"2026-03-01","p25":"2026-04-01","p26":1,"p27":"2025-03-01","p28":"2025-03-15","p29":"2026-02-01","p30":"2026-02-15","p31":"2026-03-01","p32":"2026-04-01","p33":10}
