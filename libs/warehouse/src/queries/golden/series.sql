-- complaints by day
SELECT at, split,
       if(at <= toDate({p0:Date}) AND at + INTERVAL 1 DAY > toDate({p1:Date}), here, NULL) AS value,
       CAST(NULL AS Nullable(Float64)) AS compared,
       toUInt8(at >= toDate({p2:Date}) AND at + INTERVAL 1 DAY <= least(toDate({p3:Date}), toDate({p4:Date}))) AS complete
FROM (
  SELECT day AS at, split AS split,
         toFloat64(sumIf(num, 1)) AS here
           FROM (SELECT day, '' AS split, '' AS across, complaints AS num, toUInt64(0) AS den
             FROM cube_daily_total
               WHERE ((day >= {p5:Date} AND day < {p6:Date})))
  GROUP BY at, split
  ORDER BY at WITH FILL FROM toDate({p7:Date}) TO toDate({p8:Date}) STEP INTERVAL 1 DAY)
ORDER BY split = '…', split, at
-- {"p0":"2026-03-14","p1":"2024-01-01","p2":"2026-03-01","p3":"2026-04-01","p4":"2026-03-15","p5":"2026-03-01","p6":"2026-04-01","p7":"2026-03-01","p8":"2026-04-01"}

-- complaints by week while a feed is late
SELECT at, split,
       if(at <= toDate({p0:Date}) AND at + INTERVAL 1 WEEK > toDate({p1:Date}) AND (greatest(at, toDate({p2:Date})) < toDate({p3:Date}) OR hasAny((SELECT groupUniqArray(day) FROM cube_daily_total), arrayMap(i -> at + i, range(toUInt32(dateDiff('day', at, at + INTERVAL 1 WEEK)))))), here, NULL) AS value,
       CAST(NULL AS Nullable(Float64)) AS compared,
       toUInt8(at >= toDate({p4:Date}) AND at + INTERVAL 1 WEEK <= least(toDate({p5:Date}), toDate({p6:Date}))) AS complete
FROM (
  SELECT toMonday(day) AS at, split AS split,
         toFloat64(sumIf(num, 1)) AS here
           FROM (SELECT day, '' AS split, '' AS across, complaints AS num, toUInt64(0) AS den
             FROM cube_daily_total
               WHERE ((day >= {p7:Date} AND day < {p8:Date})))
  GROUP BY at, split
  ORDER BY at WITH FILL FROM toMonday(toDate({p9:Date})) TO toDate({p10:Date}) STEP INTERVAL 1 WEEK)
ORDER BY split = '…', split, at
-- {"p0":"2026-03-14","p1":"2024-01-01","p2":"2024-01-01","p3":"2026-03-12","p4":"2026-03-01","p5":"2026-04-01","p6":"2026-03-09","p7":"2026-03-01","p8":"2026-04-01","p9":"2026-03-01","p10":"2026-04-01"}

-- the top reasons by week
SELECT at, split,
       if(at <= toDate({p0:Date}) AND at + INTERVAL 1 WEEK > toDate({p1:Date}), here, NULL) AS value,
       CAST(NULL AS Nullable(Float64)) AS compared,
       toUInt8(at >= toDate({p2:Date}) AND at + INTERVAL 1 WEEK <= least(toDate({p3:Date}), toDate({p4:Date}))) AS complete
FROM (
  SELECT toMonday(day) AS at, if(split IN (SELECT split
    FROM (SELECT day, toString(substringIndex(reason, '.', {p5:UInt8})) AS split, '' AS across, complaints AS num, toUInt64(0) AS den FROM (SELECT toDate(received_at) AS day, reason AS reason, toUInt64(kind = 'complaint') AS complaints
      FROM complaint FINAL
        WHERE ((toDate(received_at) >= {p6:Date} AND toDate(received_at) < {p7:Date})) AND report_region IN {p8:Array(String)} AND source = 'regulator'))
    GROUP BY split
    ORDER BY sumIf(num, 1) DESC, split
    LIMIT {p9:UInt32}), split, '…') AS split,
         toFloat64(sumIf(num, 1)) AS here
           FROM (SELECT day, toString(substringIndex(reason, '.', {p10:UInt8})) AS split, '' AS across, complaints AS num, toUInt64(0) AS den FROM (SELECT toDate(received_at) AS day, reason AS reason, toUInt64(kind = 'complaint') AS complaints
             FROM complaint FINAL
               WHERE ((toDate(received_at) >= {p11:Date} AND toDate(received_at) < {p12:Date})) AND report_region IN {p13:Array(String)} AND source = 'regulator'))
  GROUP BY at, split
  ORDER BY split, at WITH FILL FROM toMonday(toDate({p14:Date})) TO toDate({p15:Date}) STEP INTERVAL 1 WEEK)
ORDER BY split = '…', split, at
-- {"p0":"2026-03-14","p1":"2024-01-01","p2":"2026-03-01","p3":"2026-04-01","p4":"2026-03-15","p5":1,"p6":"2026-03-01","p7":"2026-04-01","p8":["440000","440300"],"p9":3,"p10":1,"p11":"2026-03-01","p12":"2026-04-01","p13":["440000","440300"],"p14":"2026-03-01","p15":"2026-04-01"}

-- months beside a year before
SELECT at, split,
       if(at <= toDate({p0:Date}) AND at + INTERVAL 1 MONTH > toDate({p1:Date}), here, NULL) AS value,
       if(subtractMonths(at, {p2:UInt32}) >= toDate({p3:Date}), there, NULL) AS compared,
       toUInt8(at >= toDate({p4:Date}) AND at + INTERVAL 1 MONTH <= least(toDate({p5:Date}), toDate({p6:Date}))) AS complete
FROM (
  SELECT toStartOfMonth(day) AS at, split AS split,
         toFloat64(sumIf(num, side = 0)) AS here, toFloat64(sumIf(num, side = 1)) AS there
           FROM (SELECT 0 AS side, day, split, num, den FROM (SELECT day, '' AS split, '' AS across, complaints AS num, toUInt64(0) AS den
             FROM cube_daily_total
               WHERE ((day >= {p7:Date} AND day < {p8:Date}))) UNION ALL SELECT 1 AS side, day, split, num, den FROM (SELECT beside AS day, split, num, den FROM (SELECT addMonths(day, {p9:UInt32}) AS beside, split, num, den FROM (SELECT day, '' AS split, '' AS across, complaints AS num, toUInt64(0) AS den
                 FROM cube_daily_total
                   WHERE ((day >= {p10:Date} AND day < {p11:Date}))))))
  GROUP BY at, split
  ORDER BY at WITH FILL FROM toStartOfMonth(toDate({p12:Date})) TO toDate({p13:Date}) STEP INTERVAL 1 MONTH)
ORDER BY split = '…', split, at
-- {"p0":"2026-03-14","p1":"2024-01-01","p2":12,"p3":"2024-01-01","p4":"2026-03-01","p5":"2026-04-01","p6":"2026-03-15","p7":"2026-03-01","p8":"2026-04-01","p9":12,"p10":"2025-03-01","p11":"2025-03-15","p12":"2026-03-01","p13":"2026-04-01"}

-- days of a split beside as many days before
SELECT at, split,
       if(at <= toDate({p0:Date}) AND at + INTERVAL 1 DAY > toDate({p1:Date}), here, NULL) AS value,
       if(subtractDays(at, {p2:UInt32}) >= toDate({p3:Date}), there, NULL) AS compared,
       toUInt8(at >= toDate({p4:Date}) AND at + INTERVAL 1 DAY <= least(toDate({p5:Date}), toDate({p6:Date}))) AS complete
FROM (
  SELECT day AS at, if(split IN (SELECT split
    FROM (SELECT day, toString(line) AS split, '' AS across, repeats AS num, complaints AS den
      FROM cube_daily_line
        WHERE ((day >= {p7:Date} AND day < {p8:Date})) AND (line IN {p9:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p10:Array(String)})))
    GROUP BY split
    ORDER BY sumIf(den, 1) DESC, split
    LIMIT {p11:UInt32}), split, '…') AS split,
         sumIf(num, side = 0) * {p12:Float64} / nullIf(sumIf(den, side = 0), 0) AS here, sumIf(num, side = 1) * {p13:Float64} / nullIf(sumIf(den, side = 1), 0) AS there
           FROM (SELECT 0 AS side, day, split, num, den FROM (SELECT day, toString(line) AS split, '' AS across, repeats AS num, complaints AS den
             FROM cube_daily_line
               WHERE ((day >= {p14:Date} AND day < {p15:Date})) AND (line IN {p16:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p17:Array(String)}))) UNION ALL SELECT 1 AS side, day, split, num, den FROM (SELECT beside AS day, split, num, den FROM (SELECT addDays(day, {p18:UInt32}) AS beside, split, num, den FROM (SELECT day, toString(line) AS split, '' AS across, repeats AS num, complaints AS den
                 FROM cube_daily_line
                   WHERE ((day >= {p19:Date} AND day < {p20:Date})) AND (line IN {p21:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p22:Array(String)}))) WHERE subtractDays(addDays(day, {p23:UInt32}), {p24:UInt32}) = day)))
  GROUP BY at, split
  ORDER BY split, at WITH FILL FROM toDate({p25:Date}) TO toDate({p26:Date}) STEP INTERVAL 1 DAY)
ORDER BY split = '…', split, at
-- {"p0":"2026-03-14","p1":"2024-01-01","p2":31,"p3":"2024-01-01","p4":"2026-03-01","p5":"2026-04-01","p6":"2026-03-15","p7":"2026-03-01","p8":"2026-04-01","p9":["life"],"p10":["life."],"p11":2,"p12":100,"p13":100,"p14":"2026-03-01","p15":"2026-04-01","p16":["life"],"p17":["life."],"p18":31,"p19":"2026-01-29","p20":"2026-02-12","p21":["life"],"p22":["life."],"p23":31,"p24":31,"p25":"2026-03-01","p26":"2026-04-01"}

-- closed in time by month
SELECT at, split,
       if(at <= toDate({p0:Date}) AND at + INTERVAL 1 MONTH > toDate({p1:Date}), here, NULL) AS value,
       CAST(NULL AS Nullable(Float64)) AS compared,
       toUInt8(at >= toDate({p2:Date}) AND at + INTERVAL 1 MONTH <= least(toDate({p3:Date}), toDate({p4:Date}))) AS complete
FROM (
  SELECT toStartOfMonth(day) AS at, split AS split,
         sumIf(num, 1) * {p5:Float64} / nullIf(sumIf(den, 1), 0) AS here
           FROM (SELECT day, '' AS split, '' AS across, closed_in_time AS num, due AS den
             FROM cube_due_line
               WHERE ((day >= {p6:Date} AND day < {p7:Date})) AND (line IN {p8:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p9:Array(String)})))
  GROUP BY at, split
  ORDER BY at WITH FILL FROM toStartOfMonth(toDate({p10:Date})) TO toDate({p11:Date}) STEP INTERVAL 1 MONTH)
ORDER BY split = '…', split, at
-- {"p0":"2026-03-14","p1":"2024-01-01","p2":"2026-03-01","p3":"2026-04-01","p4":"2026-03-15","p5":100,"p6":"2026-03-01","p7":"2026-03-15","p8":["life"],"p9":["life."],"p10":"2026-03-01","p11":"2026-04-01"}

-- premium rate by quarter
SELECT at, split,
       if(at <= toDate({p0:Date}) AND at + INTERVAL 3 MONTH > toDate({p1:Date}), here, NULL) AS value,
       CAST(NULL AS Nullable(Float64)) AS compared,
       toUInt8(at >= toDate({p2:Date}) AND at + INTERVAL 3 MONTH <= least(toDate({p3:Date}), toDate({p4:Date}))) AS complete
FROM (
  SELECT toStartOfQuarter(day) AS at, split AS split,
         sumIf(num, 1) * {p5:Float64} / nullIf(sumIf(den, 1), 0) AS here
           FROM (SELECT day, split, across, if(premium IS NULL, 0, cases) AS num, ifNull(premium, 0) AS den
             FROM (SELECT day, split, across, sum(cases) AS cases, sum(premium) AS premium
               FROM (
                 SELECT day, toString(region) AS split, '' AS across, toFloat64(complaints) AS cases,
                        NULL AS premium
                 FROM (SELECT day, region, complaints
                   FROM cube_daily_region_line
                     WHERE ((day >= {p6:Date} AND day < {p7:Date})) AND (line IN {p8:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p9:Array(String)})) AND source = 'regulator')
                 WHERE complaints > 0
                 UNION ALL
                 SELECT day, split, across, toFloat64(0) AS cases, premium
                 FROM (SELECT day, split, across, premium
                   FROM (
                     SELECT arrayJoin(arrayMap(d -> first_day + d, range(toUInt32(days)))) AS day, split, across,
                            total_premium / days AS premium
                     FROM (
                       SELECT month AS first_day, toString(region) AS split, '' AS across, toDayOfMonth(toLastDayOfMonth(first_day)) AS days,
                              toFloat64(sum(premium)) AS total_premium
                       FROM placed_exposure FINAL
                         WHERE city = '' AND removed = 0 AND ((month >= {p10:Date} AND month < {p11:Date})) AND (premium IS NOT NULL) AND (line IN {p12:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p13:Array(String)}))
                       GROUP BY first_day, split, across))
                   WHERE ((day >= {p14:Date} AND day < {p15:Date}))))
               GROUP BY day, split, across))
  GROUP BY at, split
  ORDER BY split, at WITH FILL FROM toStartOfQuarter(toDate({p16:Date})) TO toDate({p17:Date}) STEP INTERVAL 3 MONTH)
ORDER BY split = '…', split, at
-- {"p0":"2026-03-14","p1":"2024-01-01","p2":"2026-03-01","p3":"2026-04-01","p4":"2026-03-15","p5":100000000,"p6":"2026-03-01","p7":"2026-04-01","p8":["life"],"p9":["life."],"p10":"2026-03-01","p11":"2026-04-01","p12":["life"],"p13":["life."],"p14":"2026-03-01","p15":"2026-04-01","p16":"2026-03-01","p17":"2026-04-01"}

-- from complaints, by year
SELECT at, split,
       if(at <= toDate({p0:Date}) AND at + INTERVAL 1 YEAR > toDate({p1:Date}), here, NULL) AS value,
       CAST(NULL AS Nullable(Float64)) AS compared,
       toUInt8(at >= toDate({p2:Date}) AND at + INTERVAL 1 YEAR <= least(toDate({p3:Date}), toDate({p4:Date}))) AS complete
FROM (
  SELECT toStartOfYear(day) AS at, split AS split,
         sumIf(num, 1) * {p5:Float64} / nullIf(sumIf(den, 1), 0) AS here
           FROM (SELECT day, '' AS split, '' AS across, handling_days AS num, closed AS den FROM (SELECT toDate(assumeNotNull(closed_at)) AS day, if(kind = 'complaint' AND closed_at IS NOT NULL, toUInt64(greatest(0, dateDiff('day', toDate(received_at), toDate(assumeNotNull(closed_at))))), 0) AS handling_days, toUInt64(kind = 'complaint' AND closed_at IS NOT NULL) AS closed
             FROM complaint FINAL
               WHERE kind = 'complaint' AND closed_at IS NOT NULL AND ((toDate(assumeNotNull(closed_at)) >= {p6:Date} AND toDate(assumeNotNull(closed_at)) < {p7:Date})) AND product IN {p8:Array(String)} AND (reason IN {p9:Array(String)} OR arrayExists(branch -> startsWith(reason, branch), {p10:Array(String)}))))
  GROUP BY at, split
  ORDER BY at WITH FILL FROM toStartOfYear(toDate({p11:Date})) TO toDate({p12:Date}) STEP INTERVAL 1 YEAR)
ORDER BY split = '…', split, at
-- {"p0":"2026-03-14","p1":"2024-01-01","p2":"2026-03-01","p3":"2026-04-01","p4":"2026-03-15","p5":1,"p6":"2026-03-01","p7":"2026-04-01","p8":["P1"],"p9":["claim"],"p10":["claim."],"p11":"2026-03-01","p12":"2026-04-01"}
