-- policies
SELECT period, value, if(value IS NULL, NULL, toStartOfMonth(last_day)) AS denominatorUntil
FROM (SELECT period, sumIf(num, 1) * {p0:Float64} / nullIf(sumIf(den, 1), 0) AS value, maxIf(day, den > 0) AS last_day
  FROM (SELECT day, split, across, sum(num) AS num, sum(den) AS den FROM (SELECT day, split, across, if((toStartOfMonth(day), split, across) IN (SELECT month, '' AS split, '' AS across FROM (
      SELECT month, report_region AS region, organisation, line, coalesce(sumIf(e.premium, city = ''), sum(e.premium)) AS premium, coalesce(sumIf(e.policies, city = ''), sum(e.policies)) AS policies, coalesce(sumIf(e.person_times, city = ''), sum(e.person_times)) AS person_times
      FROM (SELECT month, report_region, city, organisation, line, coalesce(sumIf(e.premium, region = city OR city = ''), sum(e.premium)) AS premium, coalesce(sumIf(e.policies, region = city OR city = ''), sum(e.policies)) AS policies, coalesce(sumIf(e.person_times, region = city OR city = ''), sum(e.person_times)) AS person_times
        FROM (
          SELECT *, multiIf(
            NOT match(region, '^[0-9]{6}$'), toString(region),
            concat(substring(region, 1, 4), '00') IN {p1:Array(String)},
            concat(substring(region, 1, 4), '00'),
            concat(substring(region, 1, 2), '0000')) AS report_region, multiIf(
              NOT match(region, '^[0-9]{6}$') OR endsWith(region, '0000'), '',
              substring(region, 1, 2) NOT IN {p2:Array(String)}
                AND substring(region, 3, 2) NOT IN {p3:Array(String)}
                AND concat(substring(region, 1, 4), '00') NOT IN {p4:Array(String)},
              concat(substring(region, 1, 4), '00'),
              endsWith(region, '00'), '', toString(region)) AS city
          FROM exposure FINAL
          WHERE removed = 0 AND ((month >= {p5:Date} AND month < {p6:Date}) OR (month >= {p7:Date} AND month < {p8:Date}))) AS e
        GROUP BY month, report_region, city, organisation, line) AS e
      GROUP BY month, report_region, organisation, line)
        WHERE policies IS NOT NULL AND (line IN {p9:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p10:Array(String)}))), cases, 0) AS num, toFloat64(0) AS den
    FROM (SELECT day, '' AS split, '' AS across, toFloat64(complaints) AS cases FROM (SELECT day, complaints
      FROM cube_daily_line
        WHERE ((day >= {p11:Date} AND day < {p12:Date}) OR (day >= {p13:Date} AND day < {p14:Date})) AND (line IN {p15:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p16:Array(String)})) AND source = 'regulator'))
    WHERE cases > 0
    UNION ALL
    SELECT day, split, across, toFloat64(0) AS num, den
    FROM (SELECT day, split, across, den
      FROM (
        SELECT arrayJoin(arrayMap(d -> first_day + d, range(toUInt32(days)))) AS day, split, across, total / days AS den
        FROM (
          SELECT month AS first_day, '' AS split, '' AS across, toFloat64(sum(policies)) AS total,
                 toDayOfMonth(toLastDayOfMonth(first_day)) AS days
          FROM (
            SELECT month, report_region AS region, organisation, line, coalesce(sumIf(e.premium, city = ''), sum(e.premium)) AS premium, coalesce(sumIf(e.policies, city = ''), sum(e.policies)) AS policies, coalesce(sumIf(e.person_times, city = ''), sum(e.person_times)) AS person_times
            FROM (SELECT month, report_region, city, organisation, line, coalesce(sumIf(e.premium, region = city OR city = ''), sum(e.premium)) AS premium, coalesce(sumIf(e.policies, region = city OR city = ''), sum(e.policies)) AS policies, coalesce(sumIf(e.person_times, region = city OR city = ''), sum(e.person_times)) AS person_times
              FROM (
                SELECT *, multiIf(
                  NOT match(region, '^[0-9]{6}$'), toString(region),
                  concat(substring(region, 1, 4), '00') IN {p17:Array(String)},
                  concat(substring(region, 1, 4), '00'),
                  concat(substring(region, 1, 2), '0000')) AS report_region, multiIf(
                    NOT match(region, '^[0-9]{6}$') OR endsWith(region, '0000'), '',
                    substring(region, 1, 2) NOT IN {p18:Array(String)}
                      AND substring(region, 3, 2) NOT IN {p19:Array(String)}
                      AND concat(substring(region, 1, 4), '00') NOT IN {p20:Array(String)},
                    concat(substring(region, 1, 4), '00'),
                    endsWith(region, '00'), '', toString(region)) AS city
                FROM exposure FINAL
                WHERE removed = 0 AND ((month >= {p21:Date} AND month < {p22:Date}) OR (month >= {p23:Date} AND month < {p24:Date}))) AS e
              GROUP BY month, report_region, city, organisation, line) AS e
            GROUP BY month, report_region, organisation, line)
              WHERE policies IS NOT NULL AND (line IN {p25:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p26:Array(String)}))
          GROUP BY first_day, split, across))
      WHERE ((day >= {p27:Date} AND day < {p28:Date}) OR (day >= {p29:Date} AND day < {p30:Date})))) GROUP BY day, split, across)
  ARRAY JOIN arrayFilter((number, since, until) -> day >= since AND day < until,
    arrayMap(number -> toUInt8(number - 1), arrayEnumerate({p31:Array(Date)})),
    {p32:Array(Date)}, {p33:Array(Date)}) AS period
  GROUP BY period
  ORDER BY period WITH FILL FROM 0 TO {p34:UInt8})
ORDER BY period
-- {"p0":10000,"p1":["210200","330200","350200","370200","440300"],"p2":["11","12","31","50"],"p3":["00","90"],"p4":["210200","330200","350200","370200","440300"],"p5":"2025-03-01","p6":"2025-03-15","p7":"2026-03-01","p8":"2026-04-01","p9":["life"],"p10":["life."],"p11":"2025-03-01","p12":"2025-03-15","p13":"2026-03-01","p14":"2026-04-01","p15":["life"],"p16":["life."],"p17":["210200","330200","350200","370200","440300"],"p18":["11","12","31","50"],"p19":["00","90"],"p20":["210200","330200","350200","370200","440300"],"p21":"2025-03-01","p22":"2025-03-15","p23":"2026-03-01","p24":"2026-04-01","p25":["life"],"p26":["life."],"p27":"2025-03-01","p28":"2025-03-15","p29":"2026-03-01","p30":"2026-04-01","p31":["2026-03-01","2025-03-01"],"p32":["2026-03-01","2025-03-01"],"p33":["2026-04-01","2025-03-15"],"p34":2}

-- on time, up to yesterday
SELECT period, value, NULL AS denominatorUntil
FROM (SELECT period, sumIf(num, 1) * {p0:Float64} / nullIf(sumIf(den, 1), 0) AS value, maxIf(day, den > 0) AS last_day
  FROM (SELECT day, split, across, sum(num) AS num, sum(den) AS den FROM (SELECT day, '' AS split, '' AS across, closed_in_time AS num, due AS den
    FROM (SELECT day, closed_in_time, due
      FROM cube_due
        WHERE ((day >= {p1:Date} AND day < {p2:Date})) AND (line IN {p3:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p4:Array(String)})))) GROUP BY day, split, across)
  ARRAY JOIN arrayFilter((number, since, until) -> day >= since AND day < until,
    arrayMap(number -> toUInt8(number - 1), arrayEnumerate({p5:Array(Date)})),
    {p6:Array(Date)}, {p7:Array(Date)}) AS period
  GROUP BY period
  ORDER BY period WITH FILL FROM 0 TO {p8:UInt8})
ORDER BY period
-- {"p0":100,"p1":"2026-03-01","p2":"2026-03-15","p3":["life"],"p4":["life."],"p5":["2026-03-01"],"p6":["2026-03-01"],"p7":["2026-04-01"],"p8":1}

-- the median of all
SELECT period, value, NULL AS denominatorUntil
FROM (SELECT period, if(sumIf(den, 1) = 0, NULL, toFloat64(quantileExactWeightedIf(0.5)(num, den, 1))) AS value, maxIf(day, den > 0) AS last_day
  FROM (SELECT day, split, across, num, sum(den) AS den FROM (SELECT day, '' AS split, '' AS across, days AS num, cases AS den FROM (SELECT day, days, closed AS cases
    FROM cube_closed_span
    WHERE ((day >= {p0:Date} AND day < {p1:Date})))) GROUP BY day, split, across, num)
  ARRAY JOIN arrayFilter((number, since, until) -> day >= since AND day < until,
    arrayMap(number -> toUInt8(number - 1), arrayEnumerate({p2:Array(Date)})),
    {p3:Array(Date)}, {p4:Array(Date)}) AS period
  GROUP BY period
  ORDER BY period WITH FILL FROM 0 TO {p5:UInt8})
ORDER BY period
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":["2026-03-01"],"p3":["2026-03-01"],"p4":["2026-04-01"],"p5":1}

-- time to the first chaser
SELECT period, value, NULL AS denominatorUntil
FROM (SELECT period, if(sumIf(den, 1) = 0, NULL, toFloat64(quantileExactWeightedIf(0.5)(num, den, 1))) AS value, maxIf(day, den > 0) AS last_day
  FROM (SELECT day, split, across, num, sum(den) AS den FROM (SELECT day, '' AS split, '' AS across, days AS num, cases AS den FROM (SELECT toDate(received_at) AS day, toUInt16(greatest(0, dateDiff('day', toDate(received_at), toDate(chased_at)))) AS days, toUInt64(1) AS cases
    FROM (
      SELECT *
      FROM complaint FINAL
      INNER JOIN (
        SELECT linked_to AS chased_id, min(received_at) AS chased_at
        FROM (SELECT linked_to, received_at FROM complaint FINAL WHERE kind = 'chaser' AND linked_to != '')
        GROUP BY chased_id) AS chasers ON complaint_id = chased_id)
        WHERE kind = 'complaint' AND ((toDate(received_at) >= {p0:Date} AND toDate(received_at) < {p1:Date})) AND hasAny(if(empty(special_groups), [''], special_groups), {p2:Array(String)}))) GROUP BY day, split, across, num)
  ARRAY JOIN arrayFilter((number, since, until) -> day >= since AND day < until,
    arrayMap(number -> toUInt8(number - 1), arrayEnumerate({p3:Array(Date)})),
    {p4:Array(Date)}, {p5:Array(Date)}) AS period
  GROUP BY period
  ORDER BY period WITH FILL FROM 0 TO {p6:UInt8})
ORDER BY period
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":["elderly"],"p3":["2026-03-01"],"p4":["2026-03-01"],"p5":["2026-04-01"],"p6":1}

-- works of the company
SELECT period, value, NULL AS denominatorUntil
FROM (SELECT period, if(sumIf(den, 1) = 0 OR isNaN(sumIf(num, 1)), NULL, toFloat64(sumIf(num, 1))) AS value, maxIf(day, den > 0) AS last_day
  FROM (SELECT day, split, across, sum(num) AS num, sum(den) AS den FROM (SELECT day, '' AS split, '' AS across, value AS num, toUInt64(1) AS den
    FROM (
      SELECT organisation, day, if(arrayCount(row -> row.2 <= day AND first_day <= row.3 AND (row.1 = organisation
        OR startsWith(row.1, concat(organisation, '.')) OR startsWith(organisation, concat(row.1, '.'))
        OR row.1 = '' OR organisation = ''), beside) > 1, nan, value) AS value
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
              WHERE table_name = {p0:String} AND r.version IN (SELECT version
                FROM reference_version
                WHERE table_name = {p1:String})
              GROUP BY key
              HAVING argMax(r.removed, r.version) = 0)
            WHERE JSONExtractString(cells, 'kind') = {p2:String} AND match(metric, '人|率|%') = 0)
          WHERE 1)
        WHERE organisation = '' OR NOT has_whole))
        WHERE 1 AND 1 AND ((day >= {p3:Date} AND day < {p4:Date}))) GROUP BY day, split, across)
  ARRAY JOIN arrayFilter((number, since, until) -> day >= since AND day < until,
    arrayMap(number -> toUInt8(number - 1), arrayEnumerate({p5:Array(Date)})),
    {p6:Array(Date)}, {p7:Array(Date)}) AS period
  GROUP BY period
  ORDER BY period WITH FILL FROM 0 TO {p8:UInt8})
ORDER BY period
-- {"p0":"work","p1":"work","p2":"review","p3":"2026-03-01","p4":"2026-04-01","p5":["2026-03-01"],"p6":["2026-03-01"],"p7":["2026-04-01"],"p8":1}

-- illicit agents
SELECT period, value, NULL AS denominatorUntil
FROM (SELECT period, sumIf(num, 1) * {p0:Float64} / nullIf(sumIf(den, 1), 0) AS value, maxIf(day, den > 0) AS last_day
  FROM (SELECT day, split, across, sum(num) AS num, sum(den) AS den FROM (SELECT day, '' AS split, '' AS across, illicit AS num, complaints AS den
    FROM (SELECT toDate(received_at) AS day, toUInt64(kind = 'complaint' AND complainant_kind = 'illicit') AS illicit, toUInt64(kind = 'complaint') AS complaints
      FROM complaint FINAL
        WHERE ((toDate(received_at) >= {p1:Date} AND toDate(received_at) < {p2:Date})))) GROUP BY day, split, across)
  ARRAY JOIN arrayFilter((number, since, until) -> day >= since AND day < until,
    arrayMap(number -> toUInt8(number - 1), arrayEnumerate({p3:Array(Date)})),
    {p4:Array(Date)}, {p5:Array(Date)}) AS period
  GROUP BY period
  ORDER BY period WITH FILL FROM 0 TO {p6:UInt8})
ORDER BY period
-- {"p0":100,"p1":"2026-03-01","p2":"2026-04-01","p3":["2026-03-01"],"p4":["2026-03-01"],"p5":["2026-04-01"],"p6":1}

-- chased, of some groups
SELECT period, value, NULL AS denominatorUntil
FROM (SELECT period, sumIf(num, 1) * {p0:Float64} / nullIf(sumIf(den, 1), 0) AS value, maxIf(day, den > 0) AS last_day
  FROM (SELECT day, split, across, sum(num) AS num, sum(den) AS den FROM (SELECT day, '' AS split, '' AS across, chased AS num, complaints AS den
    FROM (SELECT toDate(received_at) AS day, toUInt64(kind = 'complaint' AND complaint_id IN (SELECT linked_to FROM (SELECT linked_to, received_at FROM complaint FINAL WHERE kind = 'chaser' AND linked_to != ''))) AS chased, toUInt64(kind = 'complaint') AS complaints
      FROM complaint FINAL
        WHERE ((toDate(received_at) >= {p1:Date} AND toDate(received_at) < {p2:Date})) AND (org_handling IN {p3:Array(String)} OR arrayExists(branch -> startsWith(org_handling, branch), {p4:Array(String)})) AND status IN {p5:Array(String)})) GROUP BY day, split, across)
  ARRAY JOIN arrayFilter((number, since, until) -> day >= since AND day < until,
    arrayMap(number -> toUInt8(number - 1), arrayEnumerate({p6:Array(Date)})),
    {p7:Array(Date)}, {p8:Array(Date)}) AS period
  GROUP BY period
  ORDER BY period WITH FILL FROM 0 TO {p9:UInt8})
ORDER BY period
-- {"p0":100,"p1":"2026-03-01","p2":"2026-04-01","p3":["hq.a"],"p4":["hq.a."],"p5":["open"],"p6":["2026-03-01"],"p7":["2026-03-01"],"p8":["2026-04-01"],"p9":1}
