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
FROM (SELECT day, split, across, if((toStartOfMonth(day), split, across) IN (SELECT month, toString(organisation) AS split, '' AS across FROM (
      SELECT * REPLACE (transform(toString(organisation), {p19:Array(String)}, {p20:Array(String)}, toString(organisation)) AS organisation, multiIf(month < {p21:Date}, transform(toString(line), {p22:Array(String)}, {p23:Array(String)}, toString(line)), toString(line)) AS line)
      FROM (
        SELECT *
        FROM (
          SELECT month, report_region AS region, organisation, line, coalesce(sumIf(e.premium, city = ''), sum(e.premium)) AS premium, coalesce(sumIf(e.policies, city = ''), sum(e.policies)) AS policies, coalesce(sumIf(e.person_times, city = ''), sum(e.person_times)) AS person_times
          FROM (SELECT month, report_region, city, organisation, line, coalesce(sumIf(e.premium, region = city OR city = ''), sum(e.premium)) AS premium, coalesce(sumIf(e.policies, region = city OR city = ''), sum(e.policies)) AS policies, coalesce(sumIf(e.person_times, region = city OR city = ''), sum(e.person_times)) AS person_times
            FROM (
              SELECT *, multiIf(
                NOT match(region, '^[0-9]{6}$'), toString(region),
                concat(substring(region, 1, 4), '00') IN {p24:Array(String)},
                concat(substring(region, 1, 4), '00'),
                concat(substring(region, 1, 2), '0000')) AS report_region, multiIf(
                  NOT match(region, '^[0-9]{6}$') OR endsWith(region, '0000'), '',
                  substring(region, 1, 2) NOT IN {p25:Array(String)}
                    AND substring(region, 3, 2) NOT IN {p26:Array(String)}
                    AND concat(substring(region, 1, 4), '00') NOT IN {p27:Array(String)},
                  concat(substring(region, 1, 4), '00'),
                  endsWith(region, '00'), '', toString(region)) AS city
              FROM exposure FINAL
              WHERE removed = 0 AND ((month >= {p28:Date} AND month < {p29:Date}) OR (month >= {p30:Date} AND month < {p31:Date}) OR (month >= {p32:Date} AND month < {p33:Date}))) AS e
            GROUP BY month, report_region, city, organisation, line) AS e
          GROUP BY month, report_region, organisation, line)
        WHERE policies IS NOT NULL))
    WHERE (line IN {p34:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p35:Array(String)}))), cases, 0) AS num, toFloat64(0) AS den
  FROM (SELECT day, toString(organisation) AS split, '' AS across, toFloat64(complaints) AS cases FROM (SELECT day, organisation, complaints
    FROM (
        SELECT * REPLACE (transform(toString(organisation), {p36:Array(String)}, {p37:Array(String)}, toString(organisation)) AS organisation, multiIf(day < {p38:Date}, transform(toString(line), {p39:Array(String)}, {p40:Array(String)}, toString(line)), toString(line)) AS line)
        FROM (
          SELECT *
          FROM cube_daily_organisation
          WHERE ((day >= {p41:Date} AND day < {p42:Date}) OR (day >= {p43:Date} AND day < {p44:Date}) OR (day >= {p45:Date} AND day < {p46:Date}))))
      WHERE (line IN {p47:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p48:Array(String)})) AND source = 'regulator'))
  WHERE cases > 0
  UNION ALL
  SELECT day, split, across, toFloat64(0) AS num, den
  FROM (SELECT day, split, across, den
    FROM (
      SELECT arrayJoin(arrayMap(d -> first_day + d, range(toUInt32(days)))) AS day, split, across, total / days AS den
      FROM (
        SELECT month AS first_day, toString(organisation) AS split, '' AS across, toFloat64(sum(policies)) AS total,
               toDayOfMonth(toLastDayOfMonth(first_day)) AS days
        FROM (
            SELECT * REPLACE (transform(toString(organisation), {p49:Array(String)}, {p50:Array(String)}, toString(organisation)) AS organisation, multiIf(month < {p51:Date}, transform(toString(line), {p52:Array(String)}, {p53:Array(String)}, toString(line)), toString(line)) AS line)
            FROM (
              SELECT *
              FROM (
                SELECT month, report_region AS region, organisation, line, coalesce(sumIf(e.premium, city = ''), sum(e.premium)) AS premium, coalesce(sumIf(e.policies, city = ''), sum(e.policies)) AS policies, coalesce(sumIf(e.person_times, city = ''), sum(e.person_times)) AS person_times
                FROM (SELECT month, report_region, city, organisation, line, coalesce(sumIf(e.premium, region = city OR city = ''), sum(e.premium)) AS premium, coalesce(sumIf(e.policies, region = city OR city = ''), sum(e.policies)) AS policies, coalesce(sumIf(e.person_times, region = city OR city = ''), sum(e.person_times)) AS person_times
                  FROM (
                    SELECT *, multiIf(
                      NOT match(region, '^[0-9]{6}$'), toString(region),
                      concat(substring(region, 1, 4), '00') IN {p54:Array(String)},
                      concat(substring(region, 1, 4), '00'),
                      concat(substring(region, 1, 2), '0000')) AS report_region, multiIf(
                        NOT match(region, '^[0-9]{6}$') OR endsWith(region, '0000'), '',
                        substring(region, 1, 2) NOT IN {p55:Array(String)}
                          AND substring(region, 3, 2) NOT IN {p56:Array(String)}
                          AND concat(substring(region, 1, 4), '00') NOT IN {p57:Array(String)},
                        concat(substring(region, 1, 4), '00'),
                        endsWith(region, '00'), '', toString(region)) AS city
                    FROM exposure FINAL
                    WHERE removed = 0 AND ((month >= {p58:Date} AND month < {p59:Date}) OR (month >= {p60:Date} AND month < {p61:Date}) OR (month >= {p62:Date} AND month < {p63:Date}))) AS e
                  GROUP BY month, report_region, city, organisation, line) AS e
                GROUP BY month, report_region, organisation, line)
              WHERE policies IS NOT NULL))
          WHERE (line IN {p64:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p65:Array(String)}))
        GROUP BY first_day, split, across))
    WHERE ((day >= {p66:Date} AND day < {p67:Date}) OR (day >= {p68:Date} AND day < {p69:Date}) OR (day >= {p70:Date} AND day < {p71:Date}))))
GROUP BY code
HAVING 1
ORDER BY value DESC NULLS LAST, code
LIMIT {p72:UInt32}
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":10000,"p3":"2026-03-01","p4":"2026-04-01","p5":"2026-03-01","p6":"2026-04-01","p7":"2025-03-01","p8":"2025-03-01","p9":"2025-03-15","p10":10000,"p11":"2025-03-01","p12":"2025-03-15","p13":"2026-02-01","p14":"2026-02-01","p15":"2026-02-15","p16":10000,"p17":"2026-02-01","p18":"2026-02-15","p19":["hq.a"],"p20":["hq.b"],"p21":"2026-02-01","p22":["old"],"p23":["new"],"p24":["210200","330200","350200","370200","440300"],"p25":["11","12","31","50"],"p26":["00","90"],"p27":["210200","330200","350200","370200","440300"],"p28":"2025-03-01","p29":"2025-03-15","p30":"2026-02-01","p31":"2026-02-15","p32":"2026-03-01","p33":"2026-04-01","p34":["life"],"p35":["life."],"p36":["hq.a"],"p37":["hq.b"],"p38":"2026-02-01","p39":["old"],"p40":["new"],"p41":"2025-03-01","p42":"2025-03-15","p43":"2026-02-01","p44":"2026-02-15","p45":"2026-03-01","p46":"2026-04-01","p47":["life"],"p48":["life."],"p49":["hq.a"],"p50":["hq.b"],"p51":"2026-02-01","p52":["old"],"p53":["new"],"p54":["210200","330200","350200","370200","440300"],"p55":["11","12","31","50"],"p56":["00","90"],"p57":["210200","330200","350200","370200","440300"],"p58":"2025-03-01","p59":"2025-03-15","p60":"2026-02-01","p61":"2026-02-15","p62":"2026-03-01","p63":"2026-04-01","p64":["life"],"p65":["life."],"p66":"2025-03-01","p67":"2025-03-15","p68":"2026-02-01","p69":"2026-02-15","p70":"2026-03-01","p71":"2026-04-01","p72":100}

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
            OR startsWith(row.1, concat(organisation, '.')) OR startsWith(organisation, concat(row.1, '.'))
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
FROM (SELECT day, split, across, if((toStartOfMonth(day), split, across) IN (SELECT month, toString(city) AS split, '' AS across FROM (
    SELECT report_region AS region, * EXCEPT (report_region)
    FROM (SELECT month, report_region, city, organisation, line, coalesce(sumIf(e.premium, region = city OR city = ''), sum(e.premium)) AS premium, coalesce(sumIf(e.policies, region = city OR city = ''), sum(e.policies)) AS policies, coalesce(sumIf(e.person_times, region = city OR city = ''), sum(e.person_times)) AS person_times
      FROM (
        SELECT *, multiIf(
          NOT match(region, '^[0-9]{6}$'), toString(region),
          concat(substring(region, 1, 4), '00') IN {p19:Array(String)},
          concat(substring(region, 1, 4), '00'),
          concat(substring(region, 1, 2), '0000')) AS report_region, multiIf(
            NOT match(region, '^[0-9]{6}$') OR endsWith(region, '0000'), '',
            substring(region, 1, 2) NOT IN {p20:Array(String)}
              AND substring(region, 3, 2) NOT IN {p21:Array(String)}
              AND concat(substring(region, 1, 4), '00') NOT IN {p22:Array(String)},
            concat(substring(region, 1, 4), '00'),
            endsWith(region, '00'), '', toString(region)) AS city
        FROM exposure FINAL
        WHERE removed = 0 AND ((month >= {p23:Date} AND month < {p24:Date}) OR (month >= {p25:Date} AND month < {p26:Date}) OR (month >= {p27:Date} AND month < {p28:Date}))) AS e
      GROUP BY month, report_region, city, organisation, line)
    WHERE city != '')
      WHERE premium IS NOT NULL AND region IN {p29:Array(String)}), cases, 0) AS num, toFloat64(0) AS den
  FROM (SELECT day, toString(city) AS split, '' AS across, toFloat64(complaints) AS cases FROM (SELECT toDate(received_at) AS day, city AS city, toUInt64(kind = 'complaint') AS complaints
    FROM (
      SELECT *, multiIf(
        NOT match(region, '^[0-9]{6}$') OR endsWith(region, '0000'), '',
        substring(region, 1, 2) NOT IN {p30:Array(String)}
          AND substring(region, 3, 2) NOT IN {p31:Array(String)}
          AND concat(substring(region, 1, 4), '00') NOT IN {p32:Array(String)},
        concat(substring(region, 1, 4), '00'),
        endsWith(region, '00'), '', toString(region)) AS city
      FROM complaint FINAL
      WHERE ((toDate(received_at) >= {p33:Date} AND toDate(received_at) < {p34:Date}) OR (toDate(received_at) >= {p35:Date} AND toDate(received_at) < {p36:Date}) OR (toDate(received_at) >= {p37:Date} AND toDate(received_at) < {p38:Date})))
        WHERE report_region IN {p39:Array(String)} AND source = 'regulator'))
  WHERE cases > 0
  UNION ALL
  SELECT day, split, across, toFloat64(0) AS num, den
  FROM (SELECT day, split, across, den
    FROM (
      SELECT arrayJoin(arrayMap(d -> first_day + d, range(toUInt32(days)))) AS day, split, across, total / days AS den
      FROM (
        SELECT month AS first_day, toString(city) AS split, '' AS across, toFloat64(sum(premium)) AS total,
               toDayOfMonth(toLastDayOfMonth(first_day)) AS days
        FROM (
          SELECT report_region AS region, * EXCEPT (report_region)
          FROM (SELECT month, report_region, city, organisation, line, coalesce(sumIf(e.premium, region = city OR city = ''), sum(e.premium)) AS premium, coalesce(sumIf(e.policies, region = city OR city = ''), sum(e.policies)) AS policies, coalesce(sumIf(e.person_times, region = city OR city = ''), sum(e.person_times)) AS person_times
            FROM (
              SELECT *, multiIf(
                NOT match(region, '^[0-9]{6}$'), toString(region),
                concat(substring(region, 1, 4), '00') IN {p40:Array(String)},
                concat(substring(region, 1, 4), '00'),
                concat(substring(region, 1, 2), '0000')) AS report_region, multiIf(
                  NOT match(region, '^[0-9]{6}$') OR endsWith(region, '0000'), '',
                  substring(region, 1, 2) NOT IN {p41:Array(String)}
                    AND substring(region, 3, 2) NOT IN {p42:Array(String)}
                    AND concat(substring(region, 1, 4), '00') NOT IN {p43:Array(String)},
                  concat(substring(region, 1, 4), '00'),
                  endsWith(region, '00'), '', toString(region)) AS city
              FROM exposure FINAL
              WHERE removed = 0 AND ((month >= {p44:Date} AND month < {p45:Date}) OR (month >= {p46:Date} AND month < {p47:Date}) OR (month >= {p48:Date} AND month < {p49:Date}))) AS e
            GROUP BY month, report_region, city, organisation, line)
          WHERE city != '')
            WHERE premium IS NOT NULL AND region IN {p50:Array(String)}
        GROUP BY first_day, split, across))
    WHERE ((day >= {p51:Date} AND day < {p52:Date}) OR (day >= {p53:Date} AND day < {p54:Date}) OR (day >= {p55:Date} AND day < {p56:Date}))))
GROUP BY code
HAVING 1
ORDER BY value DESC NULLS LAST, code
LIMIT {p57:UInt32}
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":100000000,"p3":"2026-03-01","p4":"2026-04-01","p5":"2026-03-01","p6":"2026-04-01","p7":"2025-03-01","p8":"2025-03-01","p9":"2025-03-15","p10":100000000,"p11":"2025-03-01","p12":"2025-03-15","p13":"2026-02-01","p14":"2026-02-01","p15":"2026-02-15","p16":100000000,"p17":"2026-02-01","p18":"2026-02-15","p19":["210200","330200","350200","370200","440300"],"p20":["11","12","31","50"],"p21":["00","90"],"p22":["210200","330200","350200","370200","440300"],"p23":"2025-03-01","p24":"2025-03-15","p25":"2026-02-01","p26":"2026-02-15","p27":"2026-03-01","p28":"2026-04-01","p29":["340000"],"p30":["11","12","31","50"],"p31":["00","90"],"p32":["210200","330200","350200","370200","440300"],"p33":"2025-03-01","p34":"2025-03-15","p35":"2026-02-01","p36":"2026-02-15","p37":"2026-03-01","p38":"2026-04-01","p39":["340000"],"p40":["210200","330200","350200","370200","440300"],"p41":["11","12","31","50"],"p42":["00","90"],"p43":["210200","330200","350200","370200","440300"],"p44":"2025-03-01","p45":"2025-03-15","p46":"2026-02-01","p47":"2026-02-15","p48":"2026-03-01","p49":"2026-04-01","p50":["340000"],"p51":"2025-03-01","p52":"2025-03-15","p53":"2026-02-01","p54":"2026-02-15","p55":"2026-03-01","p56":"2026-04-01","p57":100}

-- a rate by level
SELECT split AS code,
       sumIf(num, (day >= {p0:Date} AND day < {p1:Date})) * {p2:Float64} / nullIf(sumIf(den, (day >= {p3:Date} AND day < {p4:Date})), 0) AS value,
       toFloat64(sumIf(num, (day >= {p5:Date} AND day < {p6:Date}))) AS cases,
       if({p7:Date} >= (SELECT min(day) FROM cube_daily_total), sumIf(num, (day >= {p8:Date} AND day < {p9:Date})) * {p10:Float64} / nullIf(sumIf(den, (day >= {p11:Date} AND day < {p12:Date})), 0), NULL) AS yearBefore,
       if({p13:Date} >= (SELECT min(day) FROM cube_daily_total), sumIf(num, (day >= {p14:Date} AND day < {p15:Date})) * {p16:Float64} / nullIf(sumIf(den, (day >= {p17:Date} AND day < {p18:Date})), 0), NULL) AS periodBefore
FROM (SELECT day, split, across, if((toStartOfMonth(day), split, across) IN (SELECT month, toString(arrayStringConcat(arraySlice(splitByChar('.', line), 1, {p19:UInt8}), '.')) AS split, '' AS across FROM (
    SELECT month, report_region AS region, organisation, line, coalesce(sumIf(e.premium, city = ''), sum(e.premium)) AS premium, coalesce(sumIf(e.policies, city = ''), sum(e.policies)) AS policies, coalesce(sumIf(e.person_times, city = ''), sum(e.person_times)) AS person_times
    FROM (SELECT month, report_region, city, organisation, line, coalesce(sumIf(e.premium, region = city OR city = ''), sum(e.premium)) AS premium, coalesce(sumIf(e.policies, region = city OR city = ''), sum(e.policies)) AS policies, coalesce(sumIf(e.person_times, region = city OR city = ''), sum(e.person_times)) AS person_times
      FROM (
        SELECT *, multiIf(
          NOT match(region, '^[0-9]{6}$'), toString(region),
          concat(substring(region, 1, 4), '00') IN {p20:Array(String)},
          concat(substring(region, 1, 4), '00'),
          concat(substring(region, 1, 2), '0000')) AS report_region, multiIf(
            NOT match(region, '^[0-9]{6}$') OR endsWith(region, '0000'), '',
            substring(region, 1, 2) NOT IN {p21:Array(String)}
              AND substring(region, 3, 2) NOT IN {p22:Array(String)}
              AND concat(substring(region, 1, 4), '00') NOT IN {p23:Array(String)},
            concat(substring(region, 1, 4), '00'),
            endsWith(region, '00'), '', toString(region)) AS city
        FROM exposure FINAL
        WHERE removed = 0 AND ((month >= {p24:Date} AND month < {p25:Date}) OR (month >= {p26:Date} AND month < {p27:Date}) OR (month >= {p28:Date} AND month < {p29:Date}))) AS e
      GROUP BY month, report_region, city, organisation, line) AS e
    GROUP BY month, report_region, organisation, line)
      WHERE premium IS NOT NULL), cases, 0) AS num, toFloat64(0) AS den
  FROM (SELECT day, toString(arrayStringConcat(arraySlice(splitByChar('.', line), 1, {p30:UInt8}), '.')) AS split, '' AS across, toFloat64(complaints) AS cases FROM (SELECT day, line, complaints
    FROM cube_daily_line
      WHERE ((day >= {p31:Date} AND day < {p32:Date}) OR (day >= {p33:Date} AND day < {p34:Date}) OR (day >= {p35:Date} AND day < {p36:Date})) AND source = 'regulator'))
  WHERE cases > 0
  UNION ALL
  SELECT day, split, across, toFloat64(0) AS num, den
  FROM (SELECT day, split, across, den
    FROM (
      SELECT arrayJoin(arrayMap(d -> first_day + d, range(toUInt32(days)))) AS day, split, across, total / days AS den
      FROM (
        SELECT month AS first_day, toString(arrayStringConcat(arraySlice(splitByChar('.', line), 1, {p37:UInt8}), '.')) AS split, '' AS across, toFloat64(sum(premium)) AS total,
               toDayOfMonth(toLastDayOfMonth(first_day)) AS days
        FROM (
          SELECT month, report_region AS region, organisation, line, coalesce(sumIf(e.premium, city = ''), sum(e.premium)) AS premium, coalesce(sumIf(e.policies, city = ''), sum(e.policies)) AS policies, coalesce(sumIf(e.person_times, city = ''), sum(e.person_times)) AS person_times
          FROM (SELECT month, report_region, city, organisation, line, coalesce(sumIf(e.premium, region = city OR city = ''), sum(e.premium)) AS premium, coalesce(sumIf(e.policies, region = city OR city = ''), sum(e.policies)) AS policies, coalesce(sumIf(e.person_times, region = city OR city = ''), sum(e.person_times)) AS person_times
            FROM (
              SELECT *, multiIf(
                NOT match(region, '^[0-9]{6}$'), toString(region),
                concat(substring(region, 1, 4), '00') IN {p38:Array(String)},
                concat(substring(region, 1, 4), '00'),
                concat(substring(region, 1, 2), '0000')) AS report_region, multiIf(
                  NOT match(region, '^[0-9]{6}$') OR endsWith(region, '0000'), '',
                  substring(region, 1, 2) NOT IN {p39:Array(String)}
                    AND substring(region, 3, 2) NOT IN {p40:Array(String)}
                    AND concat(substring(region, 1, 4), '00') NOT IN {p41:Array(String)},
                  concat(substring(region, 1, 4), '00'),
                  endsWith(region, '00'), '', toString(region)) AS city
              FROM exposure FINAL
              WHERE removed = 0 AND ((month >= {p42:Date} AND month < {p43:Date}) OR (month >= {p44:Date} AND month < {p45:Date}) OR (month >= {p46:Date} AND month < {p47:Date}))) AS e
            GROUP BY month, report_region, city, organisation, line) AS e
          GROUP BY month, report_region, organisation, line)
            WHERE premium IS NOT NULL
        GROUP BY first_day, split, across))
    WHERE ((day >= {p48:Date} AND day < {p49:Date}) OR (day >= {p50:Date} AND day < {p51:Date}) OR (day >= {p52:Date} AND day < {p53:Date}))))
GROUP BY code
HAVING 1
ORDER BY value DESC NULLS LAST, code
LIMIT {p54:UInt32}
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":100000000,"p3":"2026-03-01","p4":"2026-04-01","p5":"2026-03-01","p6":"2026-04-01","p7":"2025-03-01","p8":"2025-03-01","p9":"2025-03-15","p10":100000000,"p11":"2025-03-01","p12":"2025-03-15","p13":"2026-02-01","p14":"2026-02-01","p15":"2026-02-15","p16":100000000,"p17":"2026-02-01","p18":"2026-02-15","p19":1,"p20":["210200","330200","350200","370200","440300"],"p21":["11","12","31","50"],"p22":["00","90"],"p23":["210200","330200","350200","370200","440300"],"p24":"2025-03-01","p25":"2025-03-15","p26":"2026-02-01","p27":"2026-02-15","p28":"2026-03-01","p29":"2026-04-01","p30":1,"p31":"2025-03-01","p32":"2025-03-15","p33":"2026-02-01","p34":"2026-02-15","p35":"2026-03-01","p36":"2026-04-01","p37":1,"p38":["210200","330200","350200","370200","440300"],"p39":["11","12","31","50"],"p40":["00","90"],"p41":["210200","330200","350200","370200","440300"],"p42":"2025-03-01","p43":"2025-03-15","p44":"2026-02-01","p45":"2026-02-15","p46":"2026-03-01","p47":"2026-04-01","p48":"2025-03-01","p49":"2025-03-15","p50":"2026-02-01","p51":"2026-02-15","p52":"2026-03-01","p53":"2026-04-01","p54":10}
