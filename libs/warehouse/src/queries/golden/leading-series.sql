-- by week
SELECT at, series, if(at <= last_day AND at + INTERVAL 1 WEEK > first_day, toFloat64(n), NULL) AS value
FROM (
  SELECT toMonday(day) AS at, series, sum(count) AS n
  FROM (
      SELECT * REPLACE (multiIf(day < {p0:Date}, transform(toString(line), {p1:Array(String)}, {p2:Array(String)}, toString(line)), toString(line)) AS line)
      FROM (
        SELECT *
        FROM leading_count FINAL
        WHERE removed = 0 AND (day >= {p3:Date} AND day < {p4:Date}) AND series IN {p5:Array(String)}))
    WHERE (line IN {p6:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p7:Array(String)}))
  GROUP BY at, series
  ORDER BY series, at WITH FILL FROM toMonday(toDate({p8:Date})) TO toDate({p9:Date}) STEP INTERVAL 1 WEEK) AS counted
LEFT JOIN (
  SELECT series, min(day) AS first_day, max(day) AS last_day
  FROM leading_count FINAL
  WHERE removed = 0
  GROUP BY series) AS known USING (series)
ORDER BY series, at
-- {"p0":"2026-02-01","p1":["old"],"p2":["new"],"p3":"2026-03-01","p4":"2026-04-01","p5":["enquiries"],"p6":["life"],"p7":["life."],"p8":"2026-03-01","p9":"2026-04-01"}
