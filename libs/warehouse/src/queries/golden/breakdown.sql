-- a sum
SELECT split AS code,
       toFloat64(sumIf(num, (day >= {p0:Date} AND day < {p1:Date}))) AS value,
       toFloat64(sumIf(num, (day >= {p2:Date} AND day < {p3:Date}))) AS cases,
       toFloat64(sumIf(num, (day >= {p4:Date} AND day < {p5:Date}))) AS yearBefore,
       toFloat64(sumIf(num, (day >= {p6:Date} AND day < {p7:Date}))) AS periodBefore
FROM (SELECT day, toString(region) AS split, '' AS across, complaints AS num, toUInt64(0) AS den
  FROM cube_daily_region
    WHERE ((day >= {p8:Date} AND day < {p9:Date}) OR (day >= {p10:Date} AND day < {p11:Date}) OR (day >= {p12:Date} AND day < {p13:Date})))
GROUP BY code
HAVING sum(num) > 0 OR sum(den) > 0
ORDER BY value DESC NULLS LAST, code
LIMIT {p14:UInt32}
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":"2026-03-01","p3":"2026-04-01","p4":"2025-03-01","p5":"2025-03-15","p6":"2026-02-01","p7":"2026-02-15","p8":"2025-03-01","p9":"2025-03-15","p10":"2026-02-01","p11":"2026-02-15","p12":"2026-03-01","p13":"2026-04-01","p14":100}

-- told as of a day
SELECT split AS code,
       sumIf(num, (day >= {p0:Date} AND day < {p1:Date})) * {p2:Float64} / nullIf(sumIf(den, (day >= {p3:Date} AND day < {p4:Date})), 0) AS value,
       toFloat64(sumIf(num, (day >= {p5:Date} AND day < {p6:Date}))) AS cases,
       sumIf(num, (day >= {p7:Date} AND day < {p8:Date})) * {p9:Float64} / nullIf(sumIf(den, (day >= {p10:Date} AND day < {p11:Date})), 0) AS yearBefore,
       sumIf(num, (day >= {p12:Date} AND day < {p13:Date})) * {p14:Float64} / nullIf(sumIf(den, (day >= {p15:Date} AND day < {p16:Date})), 0) AS periodBefore
FROM (SELECT day, split, across, if(policies IS NULL, 0, cases) AS num, ifNull(policies, 0) AS den
  FROM (SELECT day, split, across, sum(cases) AS cases, sum(policies) AS policies
    FROM (
      SELECT day, toString(organisation) AS split, '' AS across, toFloat64(complaints) AS cases,
             NULL AS policies
      FROM (SELECT day, organisation, complaints
        FROM (
            SELECT * REPLACE (transform(toString(organisation), {p17:Array(String)}, {p18:Array(String)}, toString(organisation)) AS organisation, multiIf(day < {p19:Date}, transform(toString(line), {p20:Array(String)}, {p21:Array(String)}, toString(line)), toString(line)) AS line)
            FROM (
              SELECT *
              FROM cube_daily_organisation
              WHERE ((day >= {p22:Date} AND day < {p23:Date}) OR (day >= {p24:Date} AND day < {p25:Date}) OR (day >= {p26:Date} AND day < {p27:Date}))))
          WHERE (line IN {p28:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p29:Array(String)})) AND source = 'regulator')
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
                SELECT * REPLACE (transform(toString(organisation), {p30:Array(String)}, {p31:Array(String)}, toString(organisation)) AS organisation, multiIf(month < {p32:Date}, transform(toString(line), {p33:Array(String)}, {p34:Array(String)}, toString(line)), toString(line)) AS line)
                FROM (
                  SELECT *
                  FROM placed_exposure FINAL
                  WHERE city = '' AND removed = 0 AND ((month >= {p35:Date} AND month < {p36:Date}) OR (month >= {p37:Date} AND month < {p38:Date}) OR (month >= {p39:Date} AND month < {p40:Date})) AND (policies IS NOT NULL)))
              WHERE (line IN {p41:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p42:Array(String)}))
            GROUP BY first_day, split, across))
        WHERE ((day >= {p43:Date} AND day < {p44:Date}) OR (day >= {p45:Date} AND day < {p46:Date}) OR (day >= {p47:Date} AND day < {p48:Date}))))
    GROUP BY day, split, across))
GROUP BY code
HAVING 1
ORDER BY value DESC NULLS LAST, code
LIMIT {p49:UInt32}
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":10000,"p3":"2026-03-01","p4":"2026-04-01","p5":"2026-03-01","p6":"2026-04-01","p7":"2025-03-01","p8":"2025-03-15","p9":10000,"p10":"2025-03-01","p11":"2025-03-15","p12":"2026-02-01","p13":"2026-02-15","p14":10000,"p15":"2026-02-01","p16":"2026-02-15","p17":["hq.a"],"p18":["hq.b"],"p19":"2026-02-01","p20":["old"],"p21":["new"],"p22":"2025-03-01","p23":"2025-03-15","p24":"2026-02-01","p25":"2026-02-15","p26":"2026-03-01","p27":"2026-04-01","p28":["life"],"p29":["life."],"p30":["hq.a"],"p31":["hq.b"],"p32":"2026-02-01","p33":["old"],"p34":["new"],"p35":"2025-03-01","p36":"2025-03-15","p37":"2026-02-01","p38":"2026-02-15","p39":"2026-03-01","p40":"2026-04-01","p41":["life"],"p42":["life."],"p43":"2025-03-01","p44":"2025-03-15","p45":"2026-02-01","p46":"2026-02-15","p47":"2026-03-01","p48":"2026-04-01","p49":100}

-- works by organisation, told as of a day
SELECT split AS code,
       if(sumIf(den, (day >= {p0:Date} AND day < {p1:Date})) = 0 OR isNaN(sumIf(num, (day >= {p2:Date} AND day < {p3:Date}))), NULL, toFloat64(sumIf(num, (day >= {p4:Date} AND day < {p5:Date})))) AS value,
       toFloat64(ifNotFinite(sumIf(num, (day >= {p6:Date} AND day < {p7:Date})), 0)) AS cases,
       if(sumIf(den, (day >= {p8:Date} AND day < {p9:Date})) = 0 OR isNaN(sumIf(num, (day >= {p10:Date} AND day < {p11:Date}))), NULL, toFloat64(sumIf(num, (day >= {p12:Date} AND day < {p13:Date})))) AS yearBefore,
       if(sumIf(den, (day >= {p14:Date} AND day < {p15:Date})) = 0 OR isNaN(sumIf(num, (day >= {p16:Date} AND day < {p17:Date}))), NULL, toFloat64(sumIf(num, (day >= {p18:Date} AND day < {p19:Date})))) AS periodBefore
FROM (SELECT day, toString(substringIndex(organisation, '.', {p20:UInt8})) AS split, '' AS across, value AS num, toUInt64(1) AS den
  FROM (
      SELECT * REPLACE (transform(toString(organisation), {p21:Array(String)}, {p22:Array(String)}, toString(organisation)) AS organisation)
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
                  WHERE table_name = {p23:String} AND r.version IN (SELECT version
                    FROM reference_version
                    WHERE table_name = {p24:String})
                  GROUP BY key
                  HAVING argMax(r.removed, r.version) = 0)
                WHERE JSONExtractString(cells, 'kind') = {p25:String} AND position(metric, '人') > 0 AND match(metric, '率|%') = 0)
              WHERE 1)
            WHERE organisation != '' OR NOT has_parts))
        WHERE 1 AND 1 AND ((day >= {p26:Date} AND day < {p27:Date}) OR (day >= {p28:Date} AND day < {p29:Date}) OR (day >= {p30:Date} AND day < {p31:Date}))))
    WHERE 1)
GROUP BY code
HAVING sum(num) > 0 OR sum(den) > 0
ORDER BY value DESC NULLS LAST, code
LIMIT {p32:UInt32}
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":"2026-03-01","p3":"2026-04-01","p4":"2026-03-01","p5":"2026-04-01","p6":"2026-03-01","p7":"2026-04-01","p8":"2025-03-01","p9":"2025-03-15","p10":"2025-03-01","p11":"2025-03-15","p12":"2025-03-01","p13":"2025-03-15","p14":"2026-02-01","p15":"2026-02-15","p16":"2026-02-01","p17":"2026-02-15","p18":"2026-02-01","p19":"2026-02-15","p20":2,"p21":["hq.a"],"p22":["hq.b"],"p23":"work","p24":"work","p25":"training","p26":"2025-03-01","p27":"2025-03-15","p28":"2026-02-01","p29":"2026-02-15","p30":"2026-03-01","p31":"2026-04-01","p32":100}

-- a rate by city
SELECT split AS code,
       sumIf(num, (day >= {p0:Date} AND day < {p1:Date})) * {p2:Float64} / nullIf(sumIf(den, (day >= {p3:Date} AND day < {p4:Date})), 0) AS value,
       toFloat64(sumIf(num, (day >= {p5:Date} AND day < {p6:Date}))) AS cases,
       sumIf(num, (day >= {p7:Date} AND day < {p8:Date})) * {p9:Float64} / nullIf(sumIf(den, (day >= {p10:Date} AND day < {p11:Date})), 0) AS yearBefore,
       sumIf(num, (day >= {p12:Date} AND day < {p13:Date})) * {p14:Float64} / nullIf(sumIf(den, (day >= {p15:Date} AND day < {p16:Date})), 0) AS periodBefore
FROM (SELECT day, split, across, if(premium IS NULL, 0, cases) AS num, ifNull(premium, 0) AS den
  FROM (SELECT day, split, across, sum(cases) AS cases, sum(premium) AS premium
    FROM (
      SELECT day, toString(city) AS split, '' AS across, toFloat64(complaints) AS cases,
             NULL AS premium
      FROM (SELECT toDate(received_at) AS day, city AS city, toUInt64(kind = 'complaint') AS complaints
        FROM (
          SELECT *, multiIf(
            NOT match(region, '^[0-9]{6}$') OR endsWith(region, '0000'), '',
            substring(region, 1, 2) NOT IN {p17:Array(String)}
              AND substring(region, 3, 2) NOT IN {p18:Array(String)}
              AND concat(substring(region, 1, 4), '00') NOT IN {p19:Array(String)},
            concat(substring(region, 1, 4), '00'),
            endsWith(region, '00'), '', toString(region)) AS city
          FROM complaint FINAL
          WHERE ((toDate(received_at) >= {p20:Date} AND toDate(received_at) < {p21:Date}) OR (toDate(received_at) >= {p22:Date} AND toDate(received_at) < {p23:Date}) OR (toDate(received_at) >= {p24:Date} AND toDate(received_at) < {p25:Date})))
            WHERE report_region IN {p26:Array(String)} AND source = 'regulator')
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
              WHERE city != '' AND removed = 0 AND ((month >= {p27:Date} AND month < {p28:Date}) OR (month >= {p29:Date} AND month < {p30:Date}) OR (month >= {p31:Date} AND month < {p32:Date})) AND (premium IS NOT NULL) AND region IN {p33:Array(String)}
            GROUP BY first_day, split, across))
        WHERE ((day >= {p34:Date} AND day < {p35:Date}) OR (day >= {p36:Date} AND day < {p37:Date}) OR (day >= {p38:Date} AND day < {p39:Date}))))
    GROUP BY day, split, across))
GROUP BY code
HAVING 1
ORDER BY value DESC NULLS LAST, code
LIMIT {p40:UInt32}
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":100000000,"p3":"2026-03-01","p4":"2026-04-01","p5":"2026-03-01","p6":"2026-04-01","p7":"2025-03-01","p8":"2025-03-15","p9":100000000,"p10":"2025-03-01","p11":"2025-03-15","p12":"2026-02-01","p13":"2026-02-15","p14":100000000,"p15":"2026-02-01","p16":"2026-02-15","p17":["11","12","31","50"],"p18":["00","90"],"p19":["210200","330200","350200","370200","440300"],"p20":"2025-03-01","p21":"2025-03-15","p22":"2026-02-01","p23":"2026-02-15","p24":"2026-03-01","p25":"2026-04-01","p26":["340000"],"p27":"2025-03-01","p28":"2025-03-15","p29":"2026-02-01","p30":"2026-02-15","p31":"2026-03-01","p32":"2026-04-01","p33":["340000"],"p34":"2025-03-01","p35":"2025-03-15","p36":"2026-02-01","p37":"2026-02-15","p38":"2026-03-01","p39":"2026-04-01","p40":100}

-- a rate by level
SELECT split AS code,
       sumIf(num, (day >= {p0:Date} AND day < {p1:Date})) * {p2:Float64} / nullIf(sumIf(den, (day >= {p3:Date} AND day < {p4:Date})), 0) AS value,
       toFloat64(sumIf(num, (day >= {p5:Date} AND day < {p6:Date}))) AS cases,
       sumIf(num, (day >= {p7:Date} AND day < {p8:Date})) * {p9:Float64} / nullIf(sumIf(den, (day >= {p10:Date} AND day < {p11:Date})), 0) AS yearBefore,
       sumIf(num, (day >= {p12:Date} AND day < {p13:Date})) * {p14:Float64} / nullIf(sumIf(den, (day >= {p15:Date} AND day < {p16:Date})), 0) AS periodBefore
FROM (SELECT day, split, across, if(premium IS NULL, 0, cases) AS num, ifNull(premium, 0) AS den
  FROM (SELECT day, split, across, sum(cases) AS cases, sum(premium) AS premium
    FROM (
      SELECT day, toString(substringIndex(line, '.', {p17:UInt8})) AS split, '' AS across, toFloat64(complaints) AS cases,
             NULL AS premium
      FROM (SELECT day, line, complaints
        FROM cube_daily_line
          WHERE ((day >= {p18:Date} AND day < {p19:Date}) OR (day >= {p20:Date} AND day < {p21:Date}) OR (day >= {p22:Date} AND day < {p23:Date})) AND source = 'regulator')
      WHERE complaints > 0
      UNION ALL
      SELECT day, split, across, toFloat64(0) AS cases, premium
      FROM (SELECT day, split, across, premium
        FROM (
          SELECT arrayJoin(arrayMap(d -> first_day + d, range(toUInt32(days)))) AS day, split, across,
                 total_premium / days AS premium
          FROM (
            SELECT month AS first_day, toString(substringIndex(line, '.', {p24:UInt8})) AS split, '' AS across, toDayOfMonth(toLastDayOfMonth(first_day)) AS days,
                   toFloat64(sum(premium)) AS total_premium
            FROM placed_exposure FINAL
              WHERE city = '' AND removed = 0 AND ((month >= {p25:Date} AND month < {p26:Date}) OR (month >= {p27:Date} AND month < {p28:Date}) OR (month >= {p29:Date} AND month < {p30:Date})) AND (premium IS NOT NULL)
            GROUP BY first_day, split, across))
        WHERE ((day >= {p31:Date} AND day < {p32:Date}) OR (day >= {p33:Date} AND day < {p34:Date}) OR (day >= {p35:Date} AND day < {p36:Date}))))
    GROUP BY day, split, across))
GROUP BY code
HAVING 1
ORDER BY value DESC NULLS LAST, code
LIMIT {p37:UInt32}
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":100000000,"p3":"2026-03-01","p4":"2026-04-01","p5":"2026-03-01","p6":"2026-04-01","p7":"2025-03-01","p8":"2025-03-15","p9":100000000,"p10":"2025-03-01","p11":"2025-03-15","p12":"2026-02-01","p13":"2026-02-15","p14":100000000,"p15":"2026-02-01","p16":"2026-02-15","p17":1,"p18":"2025-03-01","p19":"2025-03-15","p20":"2026-02-01","p21":"2026-02-15","p22":"2026-03-01","p23":"2026-04-01","p24":1,"p25":"2025-03-01","p26":"2025-03-15","p27":"2026-02-01","p28":"2026-02-15","p29":"2026-03-01","p30":"2026-04-01","p31":"2025-03-01","p32":"2025-03-15","p33":"2026-02-01","p34":"2026-02-15","p35":"2026-03-01","p36":"2026-04-01","p37":10}
