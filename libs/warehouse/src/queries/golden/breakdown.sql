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
FROM (SELECT day, split, across, if(policies IS NULL, 0, cases) AS num, ifNull(policies, 0) AS den
  FROM (SELECT day, split, across, sum(cases) AS cases, sum(policies) AS policies
    FROM (
      SELECT day, toString(organisation) AS split, '' AS across, toFloat64(complaints) AS cases,
             NULL AS policies
      FROM (SELECT day, organisation, complaints
        FROM (
            SELECT * REPLACE (transform(toString(organisation), {p19:Array(String)}, {p20:Array(String)}, toString(organisation)) AS organisation, multiIf(day < {p21:Date}, transform(toString(line), {p22:Array(String)}, {p23:Array(String)}, toString(line)), toString(line)) AS line)
            FROM (
              SELECT *
              FROM cube_daily_organisation
              WHERE ((day >= {p24:Date} AND day < {p25:Date}) OR (day >= {p26:Date} AND day < {p27:Date}) OR (day >= {p28:Date} AND day < {p29:Date}))))
          WHERE (line IN {p30:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p31:Array(String)})) AND source = 'regulator')
      WHERE complaints > 0
      UNION ALL
      SELECT day, split, across, toFloat64(0) AS cases, policies
      FROM (SELECT day, split, across, policies
        FROM (
          SELECT arrayJoin(arrayMap(d -> first_day + d, range(toUInt32(days)))) AS day, split, across,
                 total_policies / days AS policies
          FROM (
            SELECT month AS first_day, toString(organisation) AS split, '' AS across, toDayOfMonth(toLastDayOfMonth(first_day)) AS days,
                   toFloat64(sum(policies)) AS total_policies
            FROM (
                SELECT * REPLACE (transform(toString(organisation), {p32:Array(String)}, {p33:Array(String)}, toString(organisation)) AS organisation, multiIf(month < {p34:Date}, transform(toString(line), {p35:Array(String)}, {p36:Array(String)}, toString(line)), toString(line)) AS line)
                FROM (
                  SELECT *
                  FROM placed_exposure FINAL
                  WHERE city = '' AND removed = 0 AND ((month >= {p37:Date} AND month < {p38:Date}) OR (month >= {p39:Date} AND month < {p40:Date}) OR (month >= {p41:Date} AND month < {p42:Date})) AND (policies IS NOT NULL)))
              WHERE (line IN {p43:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p44:Array(String)}))
            GROUP BY first_day, split, across))
        WHERE ((day >= {p45:Date} AND day < {p46:Date}) OR (day >= {p47:Date} AND day < {p48:Date}) OR (day >= {p49:Date} AND day < {p50:Date}))))
    GROUP BY day, split, across))
GROUP BY code
HAVING 1
ORDER BY value DESC NULLS LAST, code
LIMIT {p51:UInt32}
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":10000,"p3":"2026-03-01","p4":"2026-04-01","p5":"2026-03-01","p6":"2026-04-01","p7":"2025-03-01","p8":"2025-03-01","p9":"2025-03-15","p10":10000,"p11":"2025-03-01","p12":"2025-03-15","p13":"2026-02-01","p14":"2026-02-01","p15":"2026-02-15","p16":10000,"p17":"2026-02-01","p18":"2026-02-15","p19":["hq.a"],"p20":["hq.b"],"p21":"2026-02-01","p22":["old"],"p23":["new"],"p24":"2025-03-01","p25":"2025-03-15","p26":"2026-02-01","p27":"2026-02-15","p28":"2026-03-01","p29":"2026-04-01","p30":["life"],"p31":["life."],"p32":["hq.a"],"p33":["hq.b"],"p34":"2026-02-01","p35":["old"],"p36":["new"],"p37":"2025-03-01","p38":"2025-03-15","p39":"2026-02-01","p40":"2026-02-15","p41":"2026-03-01","p42":"2026-04-01","p43":["life"],"p44":["life."],"p45":"2025-03-01","p46":"2025-03-15","p47":"2026-02-01","p48":"2026-02-15","p49":"2026-03-01","p50":"2026-04-01","p51":100}

-- works by organisation, told as of a day
SELECT split AS code,
       if(sumIf(den, (day >= {p0:Date} AND day < {p1:Date})) = 0 OR isNaN(sumIf(num, (day >= {p2:Date} AND day < {p3:Date}))), NULL, toFloat64(sumIf(num, (day >= {p4:Date} AND day < {p5:Date})))) AS value,
       toFloat64(ifNotFinite(sumIf(num, (day >= {p6:Date} AND day < {p7:Date})), 0)) AS cases,
       if({p8:Date} >= (SELECT min(day) FROM cube_daily_total), if(sumIf(den, (day >= {p9:Date} AND day < {p10:Date})) = 0 OR isNaN(sumIf(num, (day >= {p11:Date} AND day < {p12:Date}))), NULL, toFloat64(sumIf(num, (day >= {p13:Date} AND day < {p14:Date})))), NULL) AS yearBefore,
       if({p15:Date} >= (SELECT min(day) FROM cube_daily_total), if(sumIf(den, (day >= {p16:Date} AND day < {p17:Date})) = 0 OR isNaN(sumIf(num, (day >= {p18:Date} AND day < {p19:Date}))), NULL, toFloat64(sumIf(num, (day >= {p20:Date} AND day < {p21:Date})))), NULL) AS periodBefore
FROM (SELECT day, toString(arrayStringConcat(arraySlice(splitByChar('.', organisation), 1, {p22:UInt8}), '.')) AS split, '' AS across, value AS num, toUInt64(1) AS den
  FROM (
      SELECT * REPLACE (transform(toString(organisation), {p23:Array(String)}, {p24:Array(String)}, toString(organisation)) AS organisation)
      FROM (
        SELECT *
        FROM (
          SELECT organisation, day, if(arrayCount(row -> row.2 <= day AND first_day <= row.3 AND (row.1 = organisation
            OR 0), beside) > 1, nan, value) AS value
          FROM (
            SELECT organisation, first_day, day, value,
                   groupArray((organisation, first_day, day)) OVER (PARTITION BY metric) AS beside
            FROM (
              SELECT *,
                     max(organisation = '') OVER (PARTITION BY first_day, day, metric) AS has_whole,
                     max(organisation != '') OVER (PARTITION BY first_day, day, metric) AS has_parts
              FROM (SELECT JSONExtractString(cells, 'organisation') AS organisation, JSONExtractString(cells, 'period') AS period,
                       JSONExtractString(cells, 'metric') AS metric, toFloat64OrZero(JSONExtractString(cells, 'value')) AS value,
                       multiIf(match(period, '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'), toDate(parseDateTimeBestEffortOrZero(period)),
                                 makeDate(toUInt16(substring(period, 1, 4)), multiIf(
                                   position(period, 'Q') > 0, 3 * toUInt8OrZero(extract(period, 'Q([1-4])')) - 2,
                                   position(period, 'H') > 0, 6 * toUInt8OrZero(extract(period, 'H([12])')) - 5,
                                   match(period, '[M-][0-9]{2}'), toUInt8OrZero(extract(period, '[M-]([0-9]{2})')),
                                   1), 1)) AS first_day, multiIf(match(period, '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'), toDate(parseDateTimeBestEffortOrZero(period)),
                                             toLastDayOfMonth(makeDate(toUInt16(substring(period, 1, 4)), multiIf(
                                               position(period, 'Q') > 0, 3 * toUInt8OrZero(substring(period, length(period))),
                                               position(period, 'H') > 0, 6 * toUInt8OrZero(substring(period, length(period))),
                                               match(period, '[M-][0-9]{2}$'), toUInt8OrZero(substring(period, length(period) - 1)),
                                               12), 1))) AS day
                FROM (SELECT key, argMax(r.cells, r.version) AS cells, max(r.version) AS version, argMax(r.at, r.version) AS at,
                         argMax(r.by, r.version) AS by
                  FROM reference_row AS r
                  WHERE table_name = {p25:String} AND r.version IN (SELECT version
                    FROM reference_version
                    WHERE table_name = {p26:String})
                  GROUP BY key
                  HAVING argMax(r.removed, r.version) = 0)
                WHERE JSONExtractString(cells, 'kind') = {p27:String} AND position(metric, '人') > 0 AND match(metric, '率|%') = 0)
              WHERE 1)
            WHERE organisation != '' OR NOT has_parts))
        WHERE 1 AND 1 AND ((day >= {p28:Date} AND day < {p29:Date}) OR (day >= {p30:Date} AND day < {p31:Date}) OR (day >= {p32:Date} AND day < {p33:Date}))))
    WHERE 1)
GROUP BY code
HAVING sum(num) > 0 OR sum(den) > 0
ORDER BY value DESC NULLS LAST, code
LIMIT {p34:UInt32}
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":"2026-03-01","p3":"2026-04-01","p4":"2026-03-01","p5":"2026-04-01","p6":"2026-03-01","p7":"2026-04-01","p8":"2025-03-01","p9":"2025-03-01","p10":"2025-03-15","p11":"2025-03-01","p12":"2025-03-15","p13":"2025-03-01","p14":"2025-03-15","p15":"2026-02-01","p16":"2026-02-01","p17":"2026-02-15","p18":"2026-02-01","p19":"2026-02-15","p20":"2026-02-01","p21":"2026-02-15","p22":2,"p23":["hq.a"],"p24":["hq.b"],"p25":"work","p26":"work","p27":"training","p28":"2025-03-01","p29":"2025-03-15","p30":"2026-02-01","p31":"2026-02-15","p32":"2026-03-01","p33":"2026-04-01","p34":100}

-- a rate by city
SELECT split AS code,
       sumIf(num, (day >= {p0:Date} AND day < {p1:Date})) * {p2:Float64} / nullIf(sumIf(den, (day >= {p3:Date} AND day < {p4:Date})), 0) AS value,
       toFloat64(sumIf(num, (day >= {p5:Date} AND day < {p6:Date}))) AS cases,
       if({p7:Date} >= (SELECT min(day) FROM cube_daily_total), sumIf(num, (day >= {p8:Date} AND day < {p9:Date})) * {p10:Float64} / nullIf(sumIf(den, (day >= {p11:Date} AND day < {p12:Date})), 0), NULL) AS yearBefore,
       if({p13:Date} >= (SELECT min(day) FROM cube_daily_total), sumIf(num, (day >= {p14:Date} AND day < {p15:Date})) * {p16:Float64} / nullIf(sumIf(den, (day >= {p17:Date} AND day < {p18:Date})), 0), NULL) AS periodBefore
FROM (SELECT day, split, across, if(premium IS NULL, 0, cases) AS num, ifNull(premium, 0) AS den
  FROM (SELECT day, split, across, sum(cases) AS cases, sum(premium) AS premium
    FROM (
      SELECT day, toString(city) AS split, '' AS across, toFloat64(complaints) AS cases,
             NULL AS premium
      FROM (SELECT toDate(received_at) AS day, city AS city, toUInt64(kind = 'complaint') AS complaints
        FROM (
          SELECT *, multiIf(
            NOT match(region, '^[0-9]{6}$') OR endsWith(region, '0000'), '',
            substring(region, 1, 2) NOT IN {p19:Array(String)}
              AND substring(region, 3, 2) NOT IN {p20:Array(String)}
              AND concat(substring(region, 1, 4), '00') NOT IN {p21:Array(String)},
            concat(substring(region, 1, 4), '00'),
            endsWith(region, '00'), '', toString(region)) AS city
          FROM complaint FINAL
          WHERE ((toDate(received_at) >= {p22:Date} AND toDate(received_at) < {p23:Date}) OR (toDate(received_at) >= {p24:Date} AND toDate(received_at) < {p25:Date}) OR (toDate(received_at) >= {p26:Date} AND toDate(received_at) < {p27:Date})))
            WHERE report_region IN {p28:Array(String)} AND source = 'regulator')
      WHERE complaints > 0
      UNION ALL
      SELECT day, split, across, toFloat64(0) AS cases, premium
      FROM (SELECT day, split, across, premium
        FROM (
          SELECT arrayJoin(arrayMap(d -> first_day + d, range(toUInt32(days)))) AS day, split, across,
                 total_premium / days AS premium
          FROM (
            SELECT month AS first_day, toString(city) AS split, '' AS across, toDayOfMonth(toLastDayOfMonth(first_day)) AS days,
                   toFloat64(sum(premium)) AS total_premium
            FROM placed_exposure FINAL
              WHERE city != '' AND removed = 0 AND ((month >= {p29:Date} AND month < {p30:Date}) OR (month >= {p31:Date} AND month < {p32:Date}) OR (month >= {p33:Date} AND month < {p34:Date})) AND (premium IS NOT NULL) AND region IN {p35:Array(String)}
            GROUP BY first_day, split, across))
        WHERE ((day >= {p36:Date} AND day < {p37:Date}) OR (day >= {p38:Date} AND day < {p39:Date}) OR (day >= {p40:Date} AND day < {p41:Date}))))
    GROUP BY day, split, across))
GROUP BY code
HAVING 1
ORDER BY value DESC NULLS LAST, code
LIMIT {p42:UInt32}
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":100000000,"p3":"2026-03-01","p4":"2026-04-01","p5":"2026-03-01","p6":"2026-04-01","p7":"2025-03-01","p8":"2025-03-01","p9":"2025-03-15","p10":100000000,"p11":"2025-03-01","p12":"2025-03-15","p13":"2026-02-01","p14":"2026-02-01","p15":"2026-02-15","p16":100000000,"p17":"2026-02-01","p18":"2026-02-15","p19":["11","12","31","50"],"p20":["00","90"],"p21":["210200","330200","350200","370200","440300"],"p22":"2025-03-01","p23":"2025-03-15","p24":"2026-02-01","p25":"2026-02-15","p26":"2026-03-01","p27":"2026-04-01","p28":["340000"],"p29":"2025-03-01","p30":"2025-03-15","p31":"2026-02-01","p32":"2026-02-15","p33":"2026-03-01","p34":"2026-04-01","p35":["340000"],"p36":"2025-03-01","p37":"2025-03-15","p38":"2026-02-01","p39":"2026-02-15","p40":"2026-03-01","p41":"2026-04-01","p42":100}

-- a rate by level
SELECT split AS code,
       sumIf(num, (day >= {p0:Date} AND day < {p1:Date})) * {p2:Float64} / nullIf(sumIf(den, (day >= {p3:Date} AND day < {p4:Date})), 0) AS value,
       toFloat64(sumIf(num, (day >= {p5:Date} AND day < {p6:Date}))) AS cases,
       if({p7:Date} >= (SELECT min(day) FROM cube_daily_total), sumIf(num, (day >= {p8:Date} AND day < {p9:Date})) * {p10:Float64} / nullIf(sumIf(den, (day >= {p11:Date} AND day < {p12:Date})), 0), NULL) AS yearBefore,
       if({p13:Date} >= (SELECT min(day) FROM cube_daily_total), sumIf(num, (day >= {p14:Date} AND day < {p15:Date})) * {p16:Float64} / nullIf(sumIf(den, (day >= {p17:Date} AND day < {p18:Date})), 0), NULL) AS periodBefore
FROM (SELECT day, split, across, if(premium IS NULL, 0, cases) AS num, ifNull(premium, 0) AS den
  FROM (SELECT day, split, across, sum(cases) AS cases, sum(premium) AS premium
    FROM (
      SELECT day, toString(arrayStringConcat(arraySlice(splitByChar('.', line), 1, {p19:UInt8}), '.')) AS split, '' AS across, toFloat64(complaints) AS cases,
             NULL AS premium
      FROM (SELECT day, line, complaints
        FROM cube_daily_line
          WHERE ((day >= {p20:Date} AND day < {p21:Date}) OR (day >= {p22:Date} AND day < {p23:Date}) OR (day >= {p24:Date} AND day < {p25:Date})) AND source = 'regulator')
      WHERE complaints > 0
      UNION ALL
      SELECT day, split, across, toFloat64(0) AS cases, premium
      FROM (SELECT day, split, across, premium
        FROM (
          SELECT arrayJoin(arrayMap(d -> first_day + d, range(toUInt32(days)))) AS day, split, across,
                 total_premium / days AS premium
          FROM (
            SELECT month AS first_day, toString(arrayStringConcat(arraySlice(splitByChar('.', line), 1, {p26:UInt8}), '.')) AS split, '' AS across, toDayOfMonth(toLastDayOfMonth(first_day)) AS days,
                   toFloat64(sum(premium)) AS total_premium
            FROM placed_exposure FINAL
              WHERE city = '' AND removed = 0 AND ((month >= {p27:Date} AND month < {p28:Date}) OR (month >= {p29:Date} AND month < {p30:Date}) OR (month >= {p31:Date} AND month < {p32:Date})) AND (premium IS NOT NULL)
            GROUP BY first_day, split, across))
        WHERE ((day >= {p33:Date} AND day < {p34:Date}) OR (day >= {p35:Date} AND day < {p36:Date}) OR (day >= {p37:Date} AND day < {p38:Date}))))
    GROUP BY day, split, across))
GROUP BY code
HAVING 1
ORDER BY value DESC NULLS LAST, code
LIMIT {p39:UInt32}
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":100000000,"p3":"2026-03-01","p4":"2026-04-01","p5":"2026-03-01","p6":"2026-04-01","p7":"2025-03-01","p8":"2025-03-01","p9":"2025-03-15","p10":100000000,"p11":"2025-03-01","p12":"2025-03-15","p13":"2026-02-01","p14":"2026-02-01","p15":"2026-02-15","p16":100000000,"p17":"2026-02-01","p18":"2026-02-15","p19":1,"p20":"2025-03-01","p21":"2025-03-15","p22":"2026-02-01","p23":"2026-02-15","p24":"2026-03-01","p25":"2026-04-01","p26":1,"p27":"2025-03-01","p28":"2025-03-15","p29":"2026-02-01","p30":"2026-02-15","p31":"2026-03-01","p32":"2026-04-01","p33":"2025-03-01","p34":"2025-03-15","p35":"2026-02-01","p36":"2026-02-15","p37":"2026-03-01","p38":"2026-04-01","p39":10}
