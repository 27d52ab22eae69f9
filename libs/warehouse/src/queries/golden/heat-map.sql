-- region by line
SELECT code, beside AS across, value, cases
FROM (
  SELECT if(split IN (SELECT split FROM (SELECT day, toString(region) AS split, toString(substringIndex(line, '.', {p0:UInt8})) AS across, complaints AS num, toUInt64(0) AS den
      FROM cube_daily_region_line
        WHERE ((day >= {p1:Date} AND day < {p2:Date})))
    GROUP BY split
    ORDER BY sumIf(num, 1) DESC, split
    LIMIT {p3:UInt32}), split, '…') AS code, if(across IN (SELECT across FROM (SELECT day, toString(region) AS split, toString(substringIndex(line, '.', {p4:UInt8})) AS across, complaints AS num, toUInt64(0) AS den
        FROM cube_daily_region_line
          WHERE ((day >= {p5:Date} AND day < {p6:Date})))
      GROUP BY across
      ORDER BY sumIf(num, 1) DESC, across
      LIMIT {p7:UInt32}), across, '…') AS beside,
         toFloat64(sumIf(num, 1)) AS value, toFloat64(sumIf(num, 1)) AS cases
  FROM (SELECT day, toString(region) AS split, toString(substringIndex(line, '.', {p8:UInt8})) AS across, complaints AS num, toUInt64(0) AS den
    FROM cube_daily_region_line
      WHERE ((day >= {p9:Date} AND day < {p10:Date})))
  GROUP BY code, beside
  HAVING sum(num) > 0 OR sum(den) > 0)
ORDER BY code = '…', code, across = '…', across
-- {"p0":2,"p1":"2026-03-01","p2":"2026-04-01","p3":12,"p4":2,"p5":"2026-03-01","p6":"2026-04-01","p7":12,"p8":2,"p9":"2026-03-01","p10":"2026-04-01"}

-- cities of a region by region
SELECT code, beside AS across, value, cases
FROM (
  SELECT if(split IN (SELECT split FROM (SELECT day, toString(region) AS split, toString(city) AS across, complaints AS num, toUInt64(0) AS den FROM (SELECT toDate(received_at) AS day, report_region AS region, city AS city, toUInt64(kind = 'complaint') AS complaints
      FROM (
        SELECT *, multiIf(
          NOT match(region, '^[0-9]{6}$') OR endsWith(region, '0000'), '',
          substring(region, 1, 2) NOT IN {p0:Array(String)}
            AND substring(region, 3, 2) NOT IN {p1:Array(String)}
            AND concat(substring(region, 1, 4), '00') NOT IN {p2:Array(String)},
          concat(substring(region, 1, 4), '00'),
          endsWith(region, '00'), '', toString(region)) AS city
        FROM complaint FINAL
        WHERE ((toDate(received_at) >= {p3:Date} AND toDate(received_at) < {p4:Date})))
          WHERE report_region IN {p5:Array(String)} AND city IN {p6:Array(String)}))
    GROUP BY split
    ORDER BY sumIf(num, 1) DESC, split
    LIMIT {p7:UInt32}), split, '…') AS code, if(across IN (SELECT across FROM (SELECT day, toString(region) AS split, toString(city) AS across, complaints AS num, toUInt64(0) AS den FROM (SELECT toDate(received_at) AS day, report_region AS region, city AS city, toUInt64(kind = 'complaint') AS complaints
        FROM (
          SELECT *, multiIf(
            NOT match(region, '^[0-9]{6}$') OR endsWith(region, '0000'), '',
            substring(region, 1, 2) NOT IN {p8:Array(String)}
              AND substring(region, 3, 2) NOT IN {p9:Array(String)}
              AND concat(substring(region, 1, 4), '00') NOT IN {p10:Array(String)},
            concat(substring(region, 1, 4), '00'),
            endsWith(region, '00'), '', toString(region)) AS city
          FROM complaint FINAL
          WHERE ((toDate(received_at) >= {p11:Date} AND toDate(received_at) < {p12:Date})))
            WHERE report_region IN {p13:Array(String)} AND city IN {p14:Array(String)}))
      GROUP BY across
      ORDER BY sumIf(num, 1) DESC, across
      LIMIT {p15:UInt32}), across, '…') AS beside,
         toFloat64(sumIf(num, 1)) AS value, toFloat64(sumIf(num, 1)) AS cases
  FROM (SELECT day, toString(region) AS split, toString(city) AS across, complaints AS num, toUInt64(0) AS den FROM (SELECT toDate(received_at) AS day, report_region AS region, city AS city, toUInt64(kind = 'complaint') AS complaints
    FROM (
      SELECT *, multiIf(
        NOT match(region, '^[0-9]{6}$') OR endsWith(region, '0000'), '',
        substring(region, 1, 2) NOT IN {p16:Array(String)}
          AND substring(region, 3, 2) NOT IN {p17:Array(String)}
          AND concat(substring(region, 1, 4), '00') NOT IN {p18:Array(String)},
        concat(substring(region, 1, 4), '00'),
        endsWith(region, '00'), '', toString(region)) AS city
      FROM complaint FINAL
      WHERE ((toDate(received_at) >= {p19:Date} AND toDate(received_at) < {p20:Date})))
        WHERE report_region IN {p21:Array(String)} AND city IN {p22:Array(String)}))
  GROUP BY code, beside
  HAVING sum(num) > 0 OR sum(den) > 0)
ORDER BY code = '…', code, across = '…', across
-- {"p0":["11","12","31","50"],"p1":["00","90"],"p2":["210200","330200","350200","370200","440300"],"p3":"2026-03-01","p4":"2026-04-01","p5":["340000"],"p6":["341200"],"p7":5,"p8":["11","12","31","50"],"p9":["00","90"],"p10":["210200","330200","350200","370200","440300"],"p11":"2026-03-01","p12":"2026-04-01","p13":["340000"],"p14":["341200"],"p15":5,"p16":["11","12","31","50"],"p17":["00","90"],"p18":["210200","330200","350200","370200","440300"],"p19":"2026-03-01","p20":"2026-04-01","p21":["340000"],"p22":["341200"]}

-- a quantile by what only cases know
SELECT code, beside AS across, value, cases
FROM (
  SELECT if(split IN (SELECT split FROM (SELECT day, toString(special_group) AS split, toString(sale_month) AS across, days AS num, cases AS den FROM (SELECT toDate(assumeNotNull(closed_at)) AS day, arrayJoin(if(empty(special_groups), [''], special_groups)) AS special_group, if(sale_day IS NULL, '', substring(toString(assumeNotNull(sale_day)), 1, 7)) AS sale_month, toUInt16(greatest(0, dateDiff('day', toDate(received_at), toDate(assumeNotNull(closed_at))))) AS days, toUInt64(1) AS cases
      FROM (
          SELECT * REPLACE (multiIf(toDate(received_at) < {p0:Date}, transform(toString(line), {p1:Array(String)}, {p2:Array(String)}, toString(line)), toString(line)) AS line)
          FROM (
            SELECT *
            FROM complaint FINAL
            WHERE kind = 'complaint' AND kind = 'complaint' AND closed_at IS NOT NULL AND ((toDate(assumeNotNull(closed_at)) >= {p3:Date} AND toDate(assumeNotNull(closed_at)) < {p4:Date}))))
        WHERE (line IN {p5:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p6:Array(String)}))))
    GROUP BY split
    ORDER BY sumIf(den, 1) DESC, split
    LIMIT {p7:UInt32}), split, '…') AS code, if(across IN (SELECT across FROM (SELECT day, toString(special_group) AS split, toString(sale_month) AS across, days AS num, cases AS den FROM (SELECT toDate(assumeNotNull(closed_at)) AS day, arrayJoin(if(empty(special_groups), [''], special_groups)) AS special_group, if(sale_day IS NULL, '', substring(toString(assumeNotNull(sale_day)), 1, 7)) AS sale_month, toUInt16(greatest(0, dateDiff('day', toDate(received_at), toDate(assumeNotNull(closed_at))))) AS days, toUInt64(1) AS cases
        FROM (
            SELECT * REPLACE (multiIf(toDate(received_at) < {p8:Date}, transform(toString(line), {p9:Array(String)}, {p10:Array(String)}, toString(line)), toString(line)) AS line)
            FROM (
              SELECT *
              FROM complaint FINAL
              WHERE kind = 'complaint' AND kind = 'complaint' AND closed_at IS NOT NULL AND ((toDate(assumeNotNull(closed_at)) >= {p11:Date} AND toDate(assumeNotNull(closed_at)) < {p12:Date}))))
          WHERE (line IN {p13:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p14:Array(String)}))))
      GROUP BY across
      ORDER BY sumIf(den, 1) DESC, across
      LIMIT {p15:UInt32}), across, '…') AS beside,
         if(sumIf(den, 1) = 0, NULL, toFloat64(quantileExactWeightedIf(0.9)(num, den, 1))) AS value, toFloat64(sumIf(den, 1)) AS cases
  FROM (SELECT day, toString(special_group) AS split, toString(sale_month) AS across, days AS num, cases AS den FROM (SELECT toDate(assumeNotNull(closed_at)) AS day, arrayJoin(if(empty(special_groups), [''], special_groups)) AS special_group, if(sale_day IS NULL, '', substring(toString(assumeNotNull(sale_day)), 1, 7)) AS sale_month, toUInt16(greatest(0, dateDiff('day', toDate(received_at), toDate(assumeNotNull(closed_at))))) AS days, toUInt64(1) AS cases
    FROM (
        SELECT * REPLACE (multiIf(toDate(received_at) < {p16:Date}, transform(toString(line), {p17:Array(String)}, {p18:Array(String)}, toString(line)), toString(line)) AS line)
        FROM (
          SELECT *
          FROM complaint FINAL
          WHERE kind = 'complaint' AND kind = 'complaint' AND closed_at IS NOT NULL AND ((toDate(assumeNotNull(closed_at)) >= {p19:Date} AND toDate(assumeNotNull(closed_at)) < {p20:Date}))))
      WHERE (line IN {p21:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p22:Array(String)}))))
  GROUP BY code, beside
  HAVING sum(num) > 0 OR sum(den) > 0)
ORDER BY code = '…', code, across = '…', across
-- {"p0":"2026-02-01","p1":["old"],"p2":["new"],"p3":"2026-03-01","p4":"2026-04-01","p5":["life"],"p6":["life."],"p7":5,"p8":"2026-02-01","p9":["old"],"p10":["new"],"p11":"2026-03-01","p12":"2026-04-01","p13":["life"],"p14":["life."],"p15":5,"p16":"2026-02-01","p17":["old"],"p18":["new"],"p19":"2026-03-01","p20":"2026-04-01","p21":["life"],"p22":["life."]}
