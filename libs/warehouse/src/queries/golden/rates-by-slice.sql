-- whole
SELECT codes, arrayMap(part -> part.1, parts) AS months, arrayMap(part -> part.2, parts) AS cases,
       arrayMap(part -> part.3, parts) AS exposure
FROM (
  SELECT codes, arraySort(groupArray((first_day, num, den))) AS parts
  FROM (
    SELECT codes, first_day, sum(num) AS num, sum(den) AS den
    FROM (
      SELECT CAST([], 'Array(String)') AS codes, toStartOfMonth(day) AS first_day,
             toFloat64(complaints) AS num, CAST(NULL, 'Nullable(Float64)') AS den
      FROM (SELECT day, complaints
        FROM cube_daily_total
          WHERE ((day >= {p0:Date} AND day < {p1:Date})) AND source = 'regulator')
      UNION ALL
      SELECT CAST([], 'Array(String)') AS codes, month AS first_day, toFloat64(0) AS num,
             toNullable(toFloat64(premium)) AS den
      FROM (SELECT * FROM placed_exposure FINAL
        WHERE city = '' AND removed = 0 AND ((month >= {p2:Date} AND month < {p3:Date})) AND (premium IS NOT NULL))
      WHERE (month >= {p4:Date} AND month < {p5:Date}))
    GROUP BY codes, first_day
    HAVING num > 0 OR den IS NOT NULL)
  GROUP BY codes)
ORDER BY codes
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":"2026-03-01","p3":"2026-04-01","p4":"2026-03-01","p5":"2026-04-01"}

-- by all that exposure is known by
SELECT codes, arrayMap(part -> part.1, parts) AS months, arrayMap(part -> part.2, parts) AS cases,
       arrayMap(part -> part.3, parts) AS exposure
FROM (
  SELECT codes, arraySort(groupArray((first_day, num, den))) AS parts
  FROM (
    SELECT codes, first_day, sum(num) AS num, sum(den) AS den
    FROM (
      SELECT CAST([toString(region), toString(substringIndex(organisation, '.', {p0:UInt8})), toString(substringIndex(line, '.', {p1:UInt8}))], 'Array(String)') AS codes, toStartOfMonth(day) AS first_day,
             toFloat64(complaints) AS num, CAST(NULL, 'Nullable(Float64)') AS den
      FROM (SELECT toDate(received_at) AS day, report_region AS region, organisation AS organisation, line AS line, toUInt64(kind = 'complaint') AS complaints
        FROM (
            SELECT * REPLACE (transform(toString(organisation), {p2:Array(String)}, {p3:Array(String)}, toString(organisation)) AS organisation, multiIf(toDate(received_at) < {p4:Date}, transform(toString(line), {p5:Array(String)}, {p6:Array(String)}, toString(line)), toString(line)) AS line)
            FROM (
              SELECT *
              FROM complaint FINAL
              WHERE ((toDate(received_at) >= {p7:Date} AND toDate(received_at) < {p8:Date}))))
          WHERE (line IN {p9:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p10:Array(String)})) AND (reason IN {p11:Array(String)} OR arrayExists(branch -> startsWith(reason, branch), {p12:Array(String)})) AND source = 'regulator')
      UNION ALL
      SELECT CAST([toString(region), toString(substringIndex(organisation, '.', {p13:UInt8})), toString(substringIndex(line, '.', {p14:UInt8}))], 'Array(String)') AS codes, month AS first_day, toFloat64(0) AS num,
             toNullable(toFloat64(policies)) AS den
      FROM (SELECT * FROM (
          SELECT * REPLACE (transform(toString(organisation), {p15:Array(String)}, {p16:Array(String)}, toString(organisation)) AS organisation, multiIf(month < {p17:Date}, transform(toString(line), {p18:Array(String)}, {p19:Array(String)}, toString(line)), toString(line)) AS line)
          FROM (
            SELECT *
            FROM placed_exposure FINAL
            WHERE city = '' AND removed = 0 AND ((month >= {p20:Date} AND month < {p21:Date})) AND (policies IS NOT NULL)))
        WHERE (line IN {p22:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p23:Array(String)})))
      WHERE (month >= {p24:Date} AND month < {p25:Date}))
    GROUP BY codes, first_day
    HAVING num > 0 OR den IS NOT NULL)
  GROUP BY codes)
ORDER BY codes
-- {"p0":2,"p1":1,"p2":["hq.a"],"p3":["hq.b"],"p4":"2026-02-01","p5":["old"],"p6":["new"],"p7":"2026-03-01","p8":"2026-04-01","p9":["life"],"p10":["life."],"p11":["sale"],"p12":["sale."],"p13":2,"p14":1,"p15":["hq.a"],"p16":["hq.b"],"p17":"2026-02-01","p18":["old"],"p19":["new"],"p20":"2026-03-01","p21":"2026-04-01","p22":["life"],"p23":["life."],"p24":"2026-03-01","p25":"2026-04-01"}

-- by what it is not known by
SELECT codes, arrayMap(part -> part.1, parts) AS months, arrayMap(part -> part.2, parts) AS cases,
       arrayMap(part -> part.3, parts) AS exposure
FROM (
  SELECT codes, arraySort(groupArray((first_day, num, den))) AS parts
  FROM (
    SELECT codes, first_day, sum(num) AS num, sum(den) AS den
    FROM (
      SELECT CAST([toString(product)], 'Array(String)') AS codes, toStartOfMonth(day) AS first_day,
             toFloat64(complaints) AS num, CAST(NULL, 'Nullable(Float64)') AS den
      FROM (SELECT day, product, complaints
        FROM cube_daily_sale
          WHERE ((day >= {p0:Date} AND day < {p1:Date})) AND source = 'regulator')
      UNION ALL
      SELECT CAST([''], 'Array(String)') AS codes, month AS first_day, toFloat64(0) AS num,
             toNullable(toFloat64(person_times)) AS den
      FROM (SELECT * FROM placed_exposure FINAL
        WHERE city = '' AND removed = 0 AND ((month >= {p2:Date} AND month < {p3:Date})) AND 0)
      WHERE (month >= {p4:Date} AND month < {p5:Date}))
    GROUP BY codes, first_day
    HAVING num > 0 OR den IS NOT NULL)
  GROUP BY codes)
ORDER BY codes
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":"2026-03-01","p3":"2026-04-01","p4":"2026-03-01","p5":"2026-04-01"}
