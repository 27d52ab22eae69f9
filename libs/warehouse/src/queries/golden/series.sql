-- complaints by day
SELECT at, split,
       if(at <= (SELECT max(day) FROM cube_daily_total) AND at + INTERVAL 1 DAY > (SELECT min(day) FROM cube_daily_total), toFloat64(n), NULL) AS value,
       toUInt8(at >= toDate({p0:Date}) AND at + INTERVAL 1 DAY <= least(toDate({p1:Date}), toDate({p2:Date}))) AS complete
FROM (
  SELECT day AS at, split AS split, sum(num) AS n, sum(den) AS d
  FROM (SELECT day, '' AS split, complaints AS num, toUInt64(0) AS den
    FROM (SELECT day, complaints
      FROM cube_daily_total
        WHERE ((day >= {p3:Date} AND day < {p4:Date}))))
  GROUP BY at, split
  ORDER BY at WITH FILL FROM toDate({p5:Date}) TO toDate({p6:Date}) STEP INTERVAL 1 DAY)
ORDER BY split = '…', split, at
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":"2026-03-15","p3":"2026-03-01","p4":"2026-04-01","p5":"2026-03-01","p6":"2026-04-01"}

-- the top reasons by week
SELECT at, split,
       if(at <= (SELECT max(day) FROM cube_daily_total) AND at + INTERVAL 1 WEEK > (SELECT min(day) FROM cube_daily_total), toFloat64(n), NULL) AS value,
       toUInt8(at >= toDate({p0:Date}) AND at + INTERVAL 1 WEEK <= least(toDate({p1:Date}), toDate({p2:Date}))) AS complete
FROM (
  SELECT toMonday(day) AS at, if(split IN (SELECT split
    FROM (SELECT day, arrayStringConcat(arraySlice(splitByChar('.', reason), 1, {p3:UInt8}), '.') AS split, complaints AS num, toUInt64(0) AS den
      FROM (SELECT toDate(received_at) AS day, reason AS reason, toUInt64(kind = 'complaint') AS complaints
        FROM complaint FINAL
          WHERE ((toDate(received_at) >= {p4:Date} AND toDate(received_at) < {p5:Date})) AND report_region IN {p6:Array(String)} AND source = 'regulator'))
    GROUP BY split
    ORDER BY sum(num) DESC, split
    LIMIT {p7:UInt32}), split, '…') AS split, sum(num) AS n, sum(den) AS d
  FROM (SELECT day, arrayStringConcat(arraySlice(splitByChar('.', reason), 1, {p8:UInt8}), '.') AS split, complaints AS num, toUInt64(0) AS den
    FROM (SELECT toDate(received_at) AS day, reason AS reason, toUInt64(kind = 'complaint') AS complaints
      FROM complaint FINAL
        WHERE ((toDate(received_at) >= {p9:Date} AND toDate(received_at) < {p10:Date})) AND report_region IN {p11:Array(String)} AND source = 'regulator'))
  GROUP BY at, split
  ORDER BY split, at WITH FILL FROM toMonday(toDate({p12:Date})) TO toDate({p13:Date}) STEP INTERVAL 1 WEEK)
ORDER BY split = '…', split, at
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":"2026-03-15","p3":1,"p4":"2026-03-01","p5":"2026-04-01","p6":["440000","440300"],"p7":3,"p8":1,"p9":"2026-03-01","p10":"2026-04-01","p11":["440000","440300"],"p12":"2026-03-01","p13":"2026-04-01"}

-- closed in time by month
SELECT at, split,
       if(at <= (SELECT max(day) FROM cube_daily_total) AND at + INTERVAL 1 MONTH > (SELECT min(day) FROM cube_daily_total), n * {p0:Float64} / nullIf(d, 0), NULL) AS value,
       toUInt8(at >= toDate({p1:Date}) AND at + INTERVAL 1 MONTH <= least(toDate({p2:Date}), toDate({p3:Date}))) AS complete
FROM (
  SELECT toStartOfMonth(day) AS at, split AS split, sum(num) AS n, sum(den) AS d
  FROM (SELECT day, '' AS split, closed_in_time AS num, due AS den
    FROM (SELECT day, closed_in_time, due
      FROM cube_due
        WHERE ((day >= {p4:Date} AND day < {p5:Date})) AND (line IN {p6:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p7:Array(String)}))))
  GROUP BY at, split
  ORDER BY at WITH FILL FROM toStartOfMonth(toDate({p8:Date})) TO toDate({p9:Date}) STEP INTERVAL 1 MONTH)
ORDER BY split = '…', split, at
-- {"p0":100,"p1":"2026-03-01","p2":"2026-04-01","p3":"2026-03-15","p4":"2026-03-01","p5":"2026-04-01","p6":["life"],"p7":["life."],"p8":"2026-03-01","p9":"2026-04-01"}

-- premium rate by quarter
SELECT at, split,
       if(at <= (SELECT max(day) FROM cube_daily_total) AND at + INTERVAL 3 MONTH > (SELECT min(day) FROM cube_daily_total), n * {p0:Float64} / nullIf(d, 0), NULL) AS value,
       toUInt8(at >= toDate({p1:Date}) AND at + INTERVAL 3 MONTH <= least(toDate({p2:Date}), toDate({p3:Date}))) AS complete
FROM (
  SELECT toStartOfQuarter(day) AS at, split AS split, sum(num) AS n, sum(den) AS d
  FROM (SELECT day, toString(region) AS split, toFloat64(complaints) AS num, toFloat64(0) AS den
    FROM (SELECT day, region, complaints
      FROM cube_daily_region_line
        WHERE ((day >= {p4:Date} AND day < {p5:Date})) AND (line IN {p6:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p7:Array(String)})) AND source = 'regulator')
    WHERE toStartOfMonth(day) IN (SELECT month FROM exposure FINAL
      WHERE removed = 0 AND premium IS NOT NULL AND (line IN {p8:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p9:Array(String)})))
    UNION ALL
    SELECT day, split, toFloat64(0) AS num, den
    FROM (SELECT day, split, den
      FROM (
        SELECT arrayJoin(arrayMap(d -> first_day + d, range(toUInt32(days)))) AS day, split, total / days AS den
        FROM (
          SELECT month AS first_day, toString(region) AS split, toFloat64(sum(premium)) AS total,
                 toDayOfMonth(toLastDayOfMonth(first_day)) AS days
          FROM exposure FINAL
            WHERE removed = 0 AND premium IS NOT NULL AND (line IN {p10:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p11:Array(String)}))
          GROUP BY first_day, split))
      WHERE ((day >= {p12:Date} AND day < {p13:Date}))))
  GROUP BY at, split
  ORDER BY split, at WITH FILL FROM toStartOfQuarter(toDate({p14:Date})) TO toDate({p15:Date}) STEP INTERVAL 3 MONTH)
ORDER BY split = '…', split, at
-- {"p0":100000000,"p1":"2026-03-01","p2":"2026-04-01","p3":"2026-03-15","p4":"2026-03-01","p5":"2026-04-01","p6":["life"],"p7":["life."],"p8":["life"],"p9":["life."],"p10":["life"],"p11":["life."],"p12":"2026-03-01","p13":"2026-04-01","p14":"2026-03-01","p15":"2026-04-01"}

-- from complaints, by year
SELECT at, split,
       if(at <= (SELECT max(day) FROM cube_daily_total) AND at + INTERVAL 1 YEAR > (SELECT min(day) FROM cube_daily_total), n * {p0:Float64} / nullIf(d, 0), NULL) AS value,
       toUInt8(at >= toDate({p1:Date}) AND at + INTERVAL 1 YEAR <= least(toDate({p2:Date}), toDate({p3:Date}))) AS complete
FROM (
  SELECT toStartOfYear(day) AS at, split AS split, sum(num) AS n, sum(den) AS d
  FROM (SELECT day, '' AS split, handling_days AS num, closed AS den
    FROM (SELECT toDate(received_at) AS day, if(kind = 'complaint' AND closed_at IS NOT NULL,
        toUInt64(greatest(0, dateDiff('day', toDate(received_at), toDate(assumeNotNull(closed_at))))), 0) AS handling_days, toUInt64(kind = 'complaint' AND closed_at IS NOT NULL) AS closed
      FROM complaint FINAL
        WHERE ((toDate(received_at) >= {p4:Date} AND toDate(received_at) < {p5:Date})) AND product IN {p6:Array(String)} AND (reason IN {p7:Array(String)} OR arrayExists(branch -> startsWith(reason, branch), {p8:Array(String)}))))
  GROUP BY at, split
  ORDER BY at WITH FILL FROM toStartOfYear(toDate({p9:Date})) TO toDate({p10:Date}) STEP INTERVAL 1 YEAR)
ORDER BY split = '…', split, at
-- {"p0":1,"p1":"2026-03-01","p2":"2026-04-01","p3":"2026-03-15","p4":"2026-03-01","p5":"2026-04-01","p6":["P1"],"p7":["claim"],"p8":["claim."],"p9":"2026-03-01","p10":"2026-04-01"}
