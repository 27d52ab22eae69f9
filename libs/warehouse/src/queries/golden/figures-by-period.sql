-- rates of the same cases
SELECT period, [value_premium, value_policies] AS values,
       [if(value_premium IS NULL, NULL, toStartOfMonth(last_premium)), if(value_policies IS NULL, NULL, toStartOfMonth(last_policies))] AS denominatorsUntil
FROM (SELECT period, sumIf(cases, premium IS NOT NULL) * {p0:Float64} / nullIf(sum(premium), 0) AS value_premium, maxIf(day, premium > 0) AS last_premium, sumIf(cases, policies IS NOT NULL) * {p1:Float64} / nullIf(sum(policies), 0) AS value_policies, maxIf(day, policies > 0) AS last_policies
  FROM (SELECT day, split, across, sum(cases) AS cases, sum(premium) AS premium, sum(policies) AS policies
    FROM (
      SELECT day, '' AS split, '' AS across, toFloat64(complaints) AS cases,
             NULL AS premium, NULL AS policies
      FROM (SELECT day, complaints
        FROM cube_daily_line
          WHERE ((day >= {p2:Date} AND day < {p3:Date}) OR (day >= {p4:Date} AND day < {p5:Date})) AND (line IN {p6:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p7:Array(String)})) AND source = 'regulator')
      WHERE complaints > 0
      UNION ALL
      SELECT day, split, across, toFloat64(0) AS cases, premium, policies
      FROM (SELECT day, split, across, premium, policies
        FROM (
          SELECT arrayJoin(arrayMap(d -> first_day + d, range(toUInt32(days)))) AS day, split, across,
                 total_premium / days AS premium, total_policies / days AS policies
          FROM (
            SELECT month AS first_day, '' AS split, '' AS across, toDayOfMonth(toLastDayOfMonth(first_day)) AS days,
                   toFloat64(sum(premium)) AS total_premium, toFloat64(sum(policies)) AS total_policies
            FROM placed_exposure FINAL
              WHERE city = '' AND removed = 0 AND ((month >= {p8:Date} AND month < {p9:Date}) OR (month >= {p10:Date} AND month < {p11:Date})) AND (premium IS NOT NULL OR policies IS NOT NULL) AND (line IN {p12:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p13:Array(String)}))
            GROUP BY first_day, split, across))
        WHERE ((day >= {p14:Date} AND day < {p15:Date}) OR (day >= {p16:Date} AND day < {p17:Date}))))
    GROUP BY day, split, across)
  ARRAY JOIN arrayFilter((number, since, until) -> day >= since AND day < until,
    arrayMap(number -> toUInt8(number - 1), arrayEnumerate({p18:Array(Date)})),
    {p19:Array(Date)}, {p20:Array(Date)}) AS period
  GROUP BY period
  ORDER BY period WITH FILL FROM 0 TO {p21:UInt8})
ORDER BY period
-- {"p0":100000000,"p1":10000,"p2":"2025-03-01","p3":"2025-03-15","p4":"2026-03-01","p5":"2026-04-01","p6":["life"],"p7":["life."],"p8":"2025-03-01","p9":"2025-03-15","p10":"2026-03-01","p11":"2026-04-01","p12":["life"],"p13":["life."],"p14":"2025-03-01","p15":"2025-03-15","p16":"2026-03-01","p17":"2026-04-01","p18":["2026-03-01","2025-03-01"],"p19":["2026-03-01","2025-03-01"],"p20":["2026-04-01","2025-03-15"],"p21":2}

-- policies
SELECT period, [value_policies] AS values,
       [if(value_policies IS NULL, NULL, toStartOfMonth(last_policies))] AS denominatorsUntil
FROM (SELECT period, sumIf(cases, policies IS NOT NULL) * {p0:Float64} / nullIf(sum(policies), 0) AS value_policies, maxIf(day, policies > 0) AS last_policies
  FROM (SELECT day, split, across, sum(cases) AS cases, sum(policies) AS policies
    FROM (
      SELECT day, '' AS split, '' AS across, toFloat64(complaints) AS cases,
             NULL AS policies
      FROM (SELECT day, complaints
        FROM cube_daily_line
          WHERE ((day >= {p1:Date} AND day < {p2:Date}) OR (day >= {p3:Date} AND day < {p4:Date})) AND (line IN {p5:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p6:Array(String)})) AND source = 'regulator')
      WHERE complaints > 0
      UNION ALL
      SELECT day, split, across, toFloat64(0) AS cases, policies
      FROM (SELECT day, split, across, policies
        FROM (
          SELECT arrayJoin(arrayMap(d -> first_day + d, range(toUInt32(days)))) AS day, split, across,
                 total_policies / days AS policies
          FROM (
            SELECT month AS first_day, '' AS split, '' AS across, toDayOfMonth(toLastDayOfMonth(first_day)) AS days,
                   toFloat64(sum(policies)) AS total_policies
            FROM placed_exposure FINAL
              WHERE city = '' AND removed = 0 AND ((month >= {p7:Date} AND month < {p8:Date}) OR (month >= {p9:Date} AND month < {p10:Date})) AND (policies IS NOT NULL) AND (line IN {p11:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p12:Array(String)}))
            GROUP BY first_day, split, across))
        WHERE ((day >= {p13:Date} AND day < {p14:Date}) OR (day >= {p15:Date} AND day < {p16:Date}))))
    GROUP BY day, split, across)
  ARRAY JOIN arrayFilter((number, since, until) -> day >= since AND day < until,
    arrayMap(number -> toUInt8(number - 1), arrayEnumerate({p17:Array(Date)})),
    {p18:Array(Date)}, {p19:Array(Date)}) AS period
  GROUP BY period
  ORDER BY period WITH FILL FROM 0 TO {p20:UInt8})
ORDER BY period
-- {"p0":10000,"p1":"2025-03-01","p2":"2025-03-15","p3":"2026-03-01","p4":"2026-04-01","p5":["life"],"p6":["life."],"p7":"2025-03-01","p8":"2025-03-15","p9":"2026-03-01","p10":"2026-04-01","p11":["life"],"p12":["life."],"p13":"2025-03-01","p14":"2025-03-15","p15":"2026-03-01","p16":"2026-04-01","p17":["2026-03-01","2025-03-01"],"p18":["2026-03-01","2025-03-01"],"p19":["2026-04-01","2025-03-15"],"p20":2}

-- on time, up to yesterday
SELECT period, [value_figure] AS values,
       [if(value_figure IS NULL, NULL, toStartOfMonth(last_figure))] AS denominatorsUntil
FROM (SELECT period, sumIf(num, 1) * {p0:Float64} / nullIf(sumIf(den, 1), 0) AS value_figure, CAST(NULL, 'Nullable(Date)') AS last_figure
  FROM (SELECT day, split, across, sum(num) AS num, sum(den) AS den FROM (SELECT day, '' AS split, '' AS across, closed_in_time AS num, due AS den
    FROM cube_due_line
      WHERE ((day >= {p1:Date} AND day < {p2:Date})) AND (line IN {p3:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p4:Array(String)}))) GROUP BY day, split, across)
  ARRAY JOIN arrayFilter((number, since, until) -> day >= since AND day < until,
    arrayMap(number -> toUInt8(number - 1), arrayEnumerate({p5:Array(Date)})),
    {p6:Array(Date)}, {p7:Array(Date)}) AS period
  GROUP BY period
  ORDER BY period WITH FILL FROM 0 TO {p8:UInt8})
ORDER BY period
-- {"p0":100,"p1":"2026-03-01","p2":"2026-03-15","p3":["life"],"p4":["life."],"p5":["2026-03-01"],"p6":["2026-03-01"],"p7":["2026-04-01"],"p8":1}

-- the median of all
SELECT period, [value_figure] AS values,
       [if(value_figure IS NULL, NULL, toStartOfMonth(last_figure))] AS denominatorsUntil
FROM (SELECT period, if(sumIf(den, 1) = 0, NULL, toFloat64(quantileExactWeightedIf(0.5)(num, den, 1))) AS value_figure, CAST(NULL, 'Nullable(Date)') AS last_figure
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
SELECT period, [value_figure] AS values,
       [if(value_figure IS NULL, NULL, toStartOfMonth(last_figure))] AS denominatorsUntil
FROM (SELECT period, if(sumIf(den, 1) = 0, NULL, toFloat64(quantileExactWeightedIf(0.5)(num, den, 1))) AS value_figure, CAST(NULL, 'Nullable(Date)') AS last_figure
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
SELECT period, [value_figure] AS values,
       [if(value_figure IS NULL, NULL, toStartOfMonth(last_figure))] AS denominatorsUntil
FROM (SELECT period, if(sumIf(den, 1) = 0 OR isNaN(sumIf(num, 1)), NULL, toFloat64(sumIf(num, 1))) AS value_figure, CAST(NULL, 'Nullable(Date)') AS last_figure
  FROM (SELECT day, split, across, sum(num) AS num, sum(den) AS den FROM (SELECT day, '' AS split, '' AS across, value AS num, toUInt64(1) AS den
    FROM (
      SELECT organisation, day, if(arrayCount(row -> row.2 <= day AND first_day <= row.3 AND (row.1 = organisation
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
SELECT period, [value_figure] AS values,
       [if(value_figure IS NULL, NULL, toStartOfMonth(last_figure))] AS denominatorsUntil
FROM (SELECT period, sumIf(num, 1) * {p0:Float64} / nullIf(sumIf(den, 1), 0) AS value_figure, CAST(NULL, 'Nullable(Date)') AS last_figure
  FROM (SELECT day, split, across, sum(num) AS num, sum(den) AS den FROM (SELECT day, '' AS split, '' AS across, illicit AS num, complaints AS den FROM (SELECT toDate(received_at) AS day, toUInt64(kind = 'complaint' AND complainant_kind = 'illicit') AS illicit, toUInt64(kind = 'complaint') AS complaints
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
SELECT period, [value_figure] AS values,
       [if(value_figure IS NULL, NULL, toStartOfMonth(last_figure))] AS denominatorsUntil
FROM (SELECT period, sumIf(num, 1) * {p0:Float64} / nullIf(sumIf(den, 1), 0) AS value_figure, CAST(NULL, 'Nullable(Date)') AS last_figure
  FROM (SELECT day, split, across, sum(num) AS num, sum(den) AS den FROM (SELECT day, '' AS split, '' AS across, chased AS num, complaints AS den FROM (SELECT toDate(received_at) AS day, toUInt64(kind = 'complaint' AND complaint_id IN (SELECT linked_to FROM (SELECT linked_to, received_at FROM complaint FINAL WHERE kind = 'chaser' AND linked_to != ''))) AS chased, toUInt64(kind = 'complaint') AS complaints
    FROM complaint FINAL
      WHERE ((toDate(received_at) >= {p1:Date} AND toDate(received_at) < {p2:Date})) AND (org_handling IN {p3:Array(String)} OR arrayExists(branch -> startsWith(org_handling, branch), {p4:Array(String)})) AND status IN {p5:Array(String)})) GROUP BY day, split, across)
  ARRAY JOIN arrayFilter((number, since, until) -> day >= since AND day < until,
    arrayMap(number -> toUInt8(number - 1), arrayEnumerate({p6:Array(Date)})),
    {p7:Array(Date)}, {p8:Array(Date)}) AS period
  GROUP BY period
  ORDER BY period WITH FILL FROM 0 TO {p9:UInt8})
ORDER BY period
-- {"p0":100,"p1":"2026-03-01","p2":"2026-04-01","p3":["hq.a"],"p4":["hq.a."],"p5":["open"],"p6":["2026-03-01"],"p7":["2026-03-01"],"p8":["2026-04-01"],"p9":1}
