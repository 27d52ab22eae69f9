-- of a region and line
SELECT sale_month AS month,
       toInt32(12 * (toYear(day) - toUInt16(substring(sale_month, 1, 4))) + toMonth(day) - toUInt8(substring(sale_month, 6, 2))) AS age,
       sum(complaints) AS cases
FROM (SELECT toDate(received_at) AS day, if(sale_day IS NULL, '', substring(toString(assumeNotNull(sale_day)), 1, 7)) AS sale_month, toUInt64(kind = 'complaint') AS complaints
  FROM (
      SELECT * REPLACE (multiIf(toDate(received_at) < {p0:Date}, transform(toString(line), {p1:Array(String)}, {p2:Array(String)}, toString(line)), toString(line)) AS line)
      FROM (
        SELECT *
        FROM complaint FINAL
        WHERE ((toDate(received_at) >= {p3:Date} AND toDate(received_at) < {p4:Date}))))
    WHERE report_region IN {p5:Array(String)} AND (line IN {p6:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p7:Array(String)})))
WHERE sale_month >= {p8:String}
GROUP BY month, age
HAVING age >= 0 AND cases > 0
ORDER BY month, age
-- {"p0":"2026-02-01","p1":["old"],"p2":["new"],"p3":"2026-03-01","p4":"2026-04-01","p5":["440000"],"p6":["life"],"p7":["life."],"p8":"2026-03"}
