-- two periods
SELECT period, toUInt8(arrayElement({p0:Array(Date)}, period + 1) >= (SELECT min(day) FROM cube_daily_total) AND arrayElement({p1:Array(Date)}, period + 1) <= (SELECT max(day) FROM cube_daily_total)) AS covered,
       total_complaints AS complaints, total_chasers AS chasers, total_repeats AS repeats, total_escalated AS escalated, total_withdrawn AS withdrawn, total_closed AS closed, total_handling_days AS handling_days, total_due AS due, total_closed_in_time AS closed_in_time
FROM (SELECT period, sum(day_complaints) AS total_complaints, sum(day_chasers) AS total_chasers, sum(day_repeats) AS total_repeats, sum(day_escalated) AS total_escalated, sum(day_withdrawn) AS total_withdrawn, sum(day_closed) AS total_closed, sum(day_handling_days) AS total_handling_days, sum(day_due) AS total_due, sum(day_closed_in_time) AS total_closed_in_time
  FROM (SELECT day, sum(complaints) AS day_complaints, sum(chasers) AS day_chasers, sum(repeats) AS day_repeats, sum(escalated) AS day_escalated, sum(withdrawn) AS day_withdrawn, sum(closed) AS day_closed, sum(handling_days) AS day_handling_days, sum(due) AS day_due, sum(closed_in_time) AS day_closed_in_time
    FROM (SELECT day, complaints, chasers, repeats, escalated, withdrawn, closed, handling_days, toUInt64(0) AS due, toUInt64(0) AS closed_in_time FROM (SELECT day, complaints, chasers, repeats, escalated, withdrawn, closed, handling_days
        FROM cube_daily_line
          WHERE ((day >= {p2:Date} AND day < {p3:Date}) OR (day >= {p4:Date} AND day < {p5:Date})) AND (line IN {p6:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p7:Array(String)})))
      UNION ALL
      SELECT day, toUInt64(0) AS complaints, toUInt64(0) AS chasers, toUInt64(0) AS repeats, toUInt64(0) AS escalated, toUInt64(0) AS withdrawn, toUInt64(0) AS closed, toUInt64(0) AS handling_days, due, closed_in_time FROM (SELECT day, due, closed_in_time
        FROM cube_due
          WHERE ((day >= {p8:Date} AND day < {p9:Date}) OR (day >= {p10:Date} AND day < {p11:Date})) AND (line IN {p12:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p13:Array(String)}))))
    GROUP BY day)
  ARRAY JOIN arrayFilter((number, since, until) -> day >= since AND day < until,
    arrayMap(number -> toUInt8(number - 1), arrayEnumerate({p14:Array(Date)})),
    {p15:Array(Date)}, {p16:Array(Date)}) AS period
  GROUP BY period
  ORDER BY period WITH FILL FROM 0 TO {p17:UInt8})
ORDER BY period
-- {"p0":["2026-03-01","2025-03-01"],"p1":["2026-03-01","2025-03-01"],"p2":"2025-03-01","p3":"2025-03-15","p4":"2026-03-01","p5":"2026-04-01","p6":["life"],"p7":["life."],"p8":"2025-03-01","p9":"2025-03-15","p10":"2026-03-01","p11":"2026-04-01","p12":["life"],"p13":["life."],"p14":["2026-03-01","2025-03-01"],"p15":["2026-03-01","2025-03-01"],"p16":["2026-04-01","2025-03-15"],"p17":2}
