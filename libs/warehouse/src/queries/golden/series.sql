-- complaints by day
SELECT at, split,
       if(at <= (SELECT max(day) FROM cube_daily_total) AND at + INTERVAL 1 DAY > (SELECT min(day) FROM cube_daily_total), here, NULL) AS value,
       CAST(NULL AS Nullable(Float64)) AS compared,
       toUInt8(at >= toDate({p0:Date}) AND at + INTERVAL 1 DAY <= least(toDate({p1:Date}), toDate({p2:Date}))) AS complete
FROM (
  SELECT day AS at, split AS split,
         toFloat64(sumIf(num, side = 0)) AS here, toFloat64(sumIf(num, side = 1)) AS there
  FROM (SELECT 0 AS side, day, split, num, den FROM (SELECT day, '' AS split, '' AS across, complaints AS num, toUInt64(0) AS den
    FROM (SELECT day, complaints
      FROM cube_daily_total
        WHERE ((day >= {p3:Date} AND day < {p4:Date})))))
  GROUP BY at, split
  ORDER BY at WITH FILL FROM toDate({p5:Date}) TO toDate({p6:Date}) STEP INTERVAL 1 DAY)
ORDER BY split = '…', split, at
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":"2026-03-15","p3":"2026-03-01","p4":"2026-04-01","p5":"2026-03-01","p6":"2026-04-01"}

-- complaints by week while a feed is late
SELECT at, split,
       if(at <= (SELECT max(day) FROM cube_daily_total) AND at + INTERVAL 1 WEEK > (SELECT min(day) FROM cube_daily_total) AND (greatest(at, (SELECT min(day) FROM cube_daily_total)) < toDate({p0:Date}) OR hasAny((SELECT groupUniqArray(day) FROM cube_daily_total), arrayMap(i -> at + i, range(toUInt32(dateDiff('day', at, at + INTERVAL 1 WEEK)))))), here, NULL) AS value,
       CAST(NULL AS Nullable(Float64)) AS compared,
       toUInt8(at >= toDate({p1:Date}) AND at + INTERVAL 1 WEEK <= least(toDate({p2:Date}), toDate({p3:Date}))) AS complete
FROM (
  SELECT toMonday(day) AS at, split AS split,
         toFloat64(sumIf(num, side = 0)) AS here, toFloat64(sumIf(num, side = 1)) AS there
  FROM (SELECT 0 AS side, day, split, num, den FROM (SELECT day, '' AS split, '' AS across, complaints AS num, toUInt64(0) AS den
    FROM (SELECT day, complaints
      FROM cube_daily_total
        WHERE ((day >= {p4:Date} AND day < {p5:Date})))))
  GROUP BY at, split
  ORDER BY at WITH FILL FROM toMonday(toDate({p6:Date})) TO toDate({p7:Date}) STEP INTERVAL 1 WEEK)
ORDER BY split = '…', split, at
-- {"p0":"2026-03-12","p1":"2026-03-01","p2":"2026-04-01","p3":"2026-03-09","p4":"2026-03-01","p5":"2026-04-01","p6":"2026-03-01","p7":"2026-04-01"}

-- the top reasons by week
SELECT at, split,
       if(at <= (SELECT max(day) FROM cube_daily_total) AND at + INTERVAL 1 WEEK > (SELECT min(day) FROM cube_daily_total), here, NULL) AS value,
       CAST(NULL AS Nullable(Float64)) AS compared,
       toUInt8(at >= toDate({p0:Date}) AND at + INTERVAL 1 WEEK <= least(toDate({p1:Date}), toDate({p2:Date}))) AS complete
FROM (
  SELECT toMonday(day) AS at, if(split IN (SELECT split
    FROM (SELECT day, toString(arrayStringConcat(arraySlice(splitByChar('.', reason), 1, {p3:UInt8}), '.')) AS split, '' AS across, complaints AS num, toUInt64(0) AS den
      FROM (SELECT toDate(received_at) AS day, reason AS reason, toUInt64(kind = 'complaint') AS complaints
        FROM complaint FINAL
          WHERE ((toDate(received_at) >= {p4:Date} AND toDate(received_at) < {p5:Date})) AND report_region IN {p6:Array(String)} AND source = 'regulator'))
    GROUP BY split
    ORDER BY sumIf(num, 1) DESC, split
    LIMIT {p7:UInt32}), split, '…') AS split,
         toFloat64(sumIf(num, side = 0)) AS here, toFloat64(sumIf(num, side = 1)) AS there
  FROM (SELECT 0 AS side, day, split, num, den FROM (SELECT day, toString(arrayStringConcat(arraySlice(splitByChar('.', reason), 1, {p8:UInt8}), '.')) AS split, '' AS across, complaints AS num, toUInt64(0) AS den
    FROM (SELECT toDate(received_at) AS day, reason AS reason, toUInt64(kind = 'complaint') AS complaints
      FROM complaint FINAL
        WHERE ((toDate(received_at) >= {p9:Date} AND toDate(received_at) < {p10:Date})) AND report_region IN {p11:Array(String)} AND source = 'regulator')))
  GROUP BY at, split
  ORDER BY split, at WITH FILL FROM toMonday(toDate({p12:Date})) TO toDate({p13:Date}) STEP INTERVAL 1 WEEK)
ORDER BY split = '…', split, at
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":"2026-03-15","p3":1,"p4":"2026-03-01","p5":"2026-04-01","p6":["440000","440300"],"p7":3,"p8":1,"p9":"2026-03-01","p10":"2026-04-01","p11":["440000","440300"],"p12":"2026-03-01","p13":"2026-04-01"}

-- months beside a year before
SELECT at, split,
       if(at <= (SELECT max(day) FROM cube_daily_total) AND at + INTERVAL 1 MONTH > (SELECT min(day) FROM cube_daily_total), here, NULL) AS value,
       if(subtractMonths(at, {p0:UInt32}) >= (SELECT min(day) FROM cube_daily_total), there, NULL) AS compared,
       toUInt8(at >= toDate({p1:Date}) AND at + INTERVAL 1 MONTH <= least(toDate({p2:Date}), toDate({p3:Date}))) AS complete
FROM (
  SELECT toStartOfMonth(day) AS at, split AS split,
         toFloat64(sumIf(num, side = 0)) AS here, toFloat64(sumIf(num, side = 1)) AS there
  FROM (SELECT 0 AS side, day, split, num, den FROM (SELECT day, '' AS split, '' AS across, complaints AS num, toUInt64(0) AS den
    FROM (SELECT day, complaints
      FROM cube_daily_total
        WHERE ((day >= {p4:Date} AND day < {p5:Date})))) UNION ALL SELECT 1 AS side, day, split, num, den FROM (SELECT beside AS day, split, num, den FROM (SELECT addMonths(day, {p6:UInt32}) AS beside, split, num, den FROM (SELECT day, '' AS split, '' AS across, complaints AS num, toUInt64(0) AS den
          FROM (SELECT day, complaints
            FROM cube_daily_total
              WHERE ((day >= {p7:Date} AND day < {p8:Date})))))))
  GROUP BY at, split
  ORDER BY at WITH FILL FROM toStartOfMonth(toDate({p9:Date})) TO toDate({p10:Date}) STEP INTERVAL 1 MONTH)
ORDER BY split = '…', split, at
-- {"p0":12,"p1":"2026-03-01","p2":"2026-04-01","p3":"2026-03-15","p4":"2026-03-01","p5":"2026-04-01","p6":12,"p7":"2025-03-01","p8":"2025-03-15","p9":"2026-03-01","p10":"2026-04-01"}

-- days of a split beside as many days before
SELECT at, split,
       if(at <= (SELECT max(day) FROM cube_daily_total) AND at + INTERVAL 1 DAY > (SELECT min(day) FROM cube_daily_total), here, NULL) AS value,
       if(subtractDays(at, {p0:UInt32}) >= (SELECT min(day) FROM cube_daily_total), there, NULL) AS compared,
       toUInt8(at >= toDate({p1:Date}) AND at + INTERVAL 1 DAY <= least(toDate({p2:Date}), toDate({p3:Date}))) AS complete
FROM (
  SELECT day AS at, if(split IN (SELECT split
    FROM (SELECT day, toString(line) AS split, '' AS across, repeats AS num, complaints AS den
      FROM (SELECT day, line, repeats, complaints
        FROM cube_daily_line
          WHERE ((day >= {p4:Date} AND day < {p5:Date})) AND (line IN {p6:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p7:Array(String)}))))
    GROUP BY split
    ORDER BY sumIf(den, 1) DESC, split
    LIMIT {p8:UInt32}), split, '…') AS split,
         sumIf(num, side = 0) * {p9:Float64} / nullIf(sumIf(den, side = 0), 0) AS here, sumIf(num, side = 1) * {p10:Float64} / nullIf(sumIf(den, side = 1), 0) AS there
  FROM (SELECT 0 AS side, day, split, num, den FROM (SELECT day, toString(line) AS split, '' AS across, repeats AS num, complaints AS den
    FROM (SELECT day, line, repeats, complaints
      FROM cube_daily_line
        WHERE ((day >= {p11:Date} AND day < {p12:Date})) AND (line IN {p13:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p14:Array(String)})))) UNION ALL SELECT 1 AS side, day, split, num, den FROM (SELECT beside AS day, split, num, den FROM (SELECT addDays(day, {p15:UInt32}) AS beside, split, num, den FROM (SELECT day, toString(line) AS split, '' AS across, repeats AS num, complaints AS den
          FROM (SELECT day, line, repeats, complaints
            FROM cube_daily_line
              WHERE ((day >= {p16:Date} AND day < {p17:Date})) AND (line IN {p18:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p19:Array(String)})))) WHERE subtractDays(addDays(day, {p20:UInt32}), {p21:UInt32}) = day)))
  GROUP BY at, split
  ORDER BY split, at WITH FILL FROM toDate({p22:Date}) TO toDate({p23:Date}) STEP INTERVAL 1 DAY)
ORDER BY split = '…', split, at
-- {"p0":31,"p1":"2026-03-01","p2":"2026-04-01","p3":"2026-03-15","p4":"2026-03-01","p5":"2026-04-01","p6":["life"],"p7":["life."],"p8":2,"p9":100,"p10":100,"p11":"2026-03-01","p12":"2026-04-01","p13":["life"],"p14":["life."],"p15":31,"p16":"2026-01-29","p17":"2026-02-12","p18":["life"],"p19":["life."],"p20":31,"p21":31,"p22":"2026-03-01","p23":"2026-04-01"}

-- closed in time by month
SELECT at, split,
       if(at <= (SELECT max(day) FROM cube_daily_total) AND at + INTERVAL 1 MONTH > (SELECT min(day) FROM cube_daily_total), here, NULL) AS value,
       CAST(NULL AS Nullable(Float64)) AS compared,
       toUInt8(at >= toDate({p0:Date}) AND at + INTERVAL 1 MONTH <= least(toDate({p1:Date}), toDate({p2:Date}))) AS complete
FROM (
  SELECT toStartOfMonth(day) AS at, split AS split,
         sumIf(num, side = 0) * {p3:Float64} / nullIf(sumIf(den, side = 0), 0) AS here, sumIf(num, side = 1) * {p4:Float64} / nullIf(sumIf(den, side = 1), 0) AS there
  FROM (SELECT 0 AS side, day, split, num, den FROM (SELECT day, '' AS split, '' AS across, closed_in_time AS num, due AS den
    FROM (SELECT day, closed_in_time, due
      FROM cube_due
        WHERE ((day >= {p5:Date} AND day < {p6:Date})) AND (line IN {p7:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p8:Array(String)})))))
  GROUP BY at, split
  ORDER BY at WITH FILL FROM toStartOfMonth(toDate({p9:Date})) TO toDate({p10:Date}) STEP INTERVAL 1 MONTH)
ORDER BY split = '…', split, at
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":"2026-03-15","p3":100,"p4":100,"p5":"2026-03-01","p6":"2026-03-15","p7":["life"],"p8":["life."],"p9":"2026-03-01","p10":"2026-04-01"}

-- premium rate by quarter
SELECT at, split,
       if(at <= (SELECT max(day) FROM cube_daily_total) AND at + INTERVAL 3 MONTH > (SELECT min(day) FROM cube_daily_total), here, NULL) AS value,
       CAST(NULL AS Nullable(Float64)) AS compared,
       toUInt8(at >= toDate({p0:Date}) AND at + INTERVAL 3 MONTH <= least(toDate({p1:Date}), toDate({p2:Date}))) AS complete
FROM (
  SELECT toStartOfQuarter(day) AS at, split AS split,
         sumIf(num, side = 0) * {p3:Float64} / nullIf(sumIf(den, side = 0), 0) AS here, sumIf(num, side = 1) * {p4:Float64} / nullIf(sumIf(den, side = 1), 0) AS there
  FROM (SELECT 0 AS side, day, split, num, den FROM (SELECT day, split, across, if(premium IS NULL, 0, cases) AS num, ifNull(premium, 0) AS den
    FROM (SELECT day, split, across, sum(cases) AS cases, sum(premium) AS premium
      FROM (
        SELECT day, toString(region) AS split, '' AS across, toFloat64(complaints) AS cases,
               NULL AS premium
        FROM (SELECT day, region, complaints
          FROM cube_daily_region_line
            WHERE ((day >= {p5:Date} AND day < {p6:Date})) AND (line IN {p7:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p8:Array(String)})) AND source = 'regulator')
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
                WHERE city = '' AND removed = 0 AND ((month >= {p9:Date} AND month < {p10:Date})) AND (premium IS NOT NULL) AND (line IN {p11:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p12:Array(String)}))
              GROUP BY first_day, split, across))
          WHERE ((day >= {p13:Date} AND day < {p14:Date}))))
      GROUP BY day, split, across)))
  GROUP BY at, split
  ORDER BY split, at WITH FILL FROM toStartOfQuarter(toDate({p15:Date})) TO toDate({p16:Date}) STEP INTERVAL 3 MONTH)
ORDER BY split = '…', split, at
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":"2026-03-15","p3":100000000,"p4":100000000,"p5":"2026-03-01","p6":"2026-04-01","p7":["life"],"p8":["life."],"p9":"2026-03-01","p10":"2026-04-01","p11":["life"],"p12":["life."],"p13":"2026-03-01","p14":"2026-04-01","p15":"2026-03-01","p16":"2026-04-01"}

-- from complaints, by year
SELECT at, split,
       if(at <= (SELECT max(day) FROM cube_daily_total) AND at + INTERVAL 1 YEAR > (SELECT min(day) FROM cube_daily_total), here, NULL) AS value,
       CAST(NULL AS Nullable(Float64)) AS compared,
       toUInt8(at >= toDate({p0:Date}) AND at + INTERVAL 1 YEAR <= least(toDate({p1:Date}), toDate({p2:Date}))) AS complete
FROM (
  SELECT toStartOfYear(day) AS at, split AS split,
         sumIf(num, side = 0) * {p3:Float64} / nullIf(sumIf(den, side = 0), 0) AS here, sumIf(num, side = 1) * {p4:Float64} / nullIf(sumIf(den, side = 1), 0) AS there
  FROM (SELECT 0 AS side, day, split, num, den FROM (SELECT day, '' AS split, '' AS across, handling_days AS num, closed AS den
    FROM (SELECT toDate(assumeNotNull(closed_at)) AS day, if(kind = 'complaint' AND closed_at IS NOT NULL, toUInt64(greatest(0, dateDiff('day', toDate(received_at), toDate(assumeNotNull(closed_at))))), 0) AS handling_days, toUInt64(kind = 'complaint' AND closed_at IS NOT NULL) AS closed
      FROM complaint FINAL
        WHERE kind = 'complaint' AND closed_at IS NOT NULL AND ((toDate(assumeNotNull(closed_at)) >= {p5:Date} AND toDate(assumeNotNull(closed_at)) < {p6:Date})) AND product IN {p7:Array(String)} AND (reason IN {p8:Array(String)} OR arrayExists(branch -> startsWith(reason, branch), {p9:Array(String)})))))
  GROUP BY at, split
  ORDER BY at WITH FILL FROM toStartOfYear(toDate({p10:Date})) TO toDate({p11:Date}) STEP INTERVAL 1 YEAR)
ORDER BY split = '…', split, at
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":"2026-03-15","p3":1,"p4":1,"p5":"2026-03-01","p6":"2026-04-01","p7":["P1"],"p8":["claim"],"p9":["claim."],"p10":"2026-03-01","p11":"2026-04-01"}
