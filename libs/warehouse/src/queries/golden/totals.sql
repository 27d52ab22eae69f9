-- two periods
SELECT period, covered, total_complaints AS complaints, total_chasers AS chasers, total_repeats AS repeats, total_escalated AS escalated, total_withdrawn AS withdrawn, total_closed AS closed, total_handling_days AS handling_days, total_due AS due, total_closed_in_time AS closed_in_time
FROM (SELECT toUInt8({p0:UInt8}) AS period,
           toUInt8({p1:Date} >= (SELECT min(day) FROM cube_daily_region) AND {p2:Date} <= (SELECT max(day) FROM cube_daily_region)) AS covered,
           sum(complaints) AS total_complaints, sum(chasers) AS total_chasers, sum(repeats) AS total_repeats, sum(escalated) AS total_escalated, sum(withdrawn) AS total_withdrawn, sum(closed) AS total_closed, sum(handling_days) AS total_handling_days, sum(due) AS total_due, sum(closed_in_time) AS total_closed_in_time
    FROM (SELECT day, complaints, chasers, repeats, escalated, withdrawn, closed, handling_days, toUInt64(0) AS due, toUInt64(0) AS closed_in_time FROM (SELECT day, complaints, chasers, repeats, escalated, withdrawn, closed, handling_days
        FROM cube_daily_region
        WHERE ((day >= {p3:Date} AND day < {p4:Date})) AND (line IN {p5:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p6:Array(String)})))
      UNION ALL
      SELECT day, toUInt64(0) AS complaints, toUInt64(0) AS chasers, toUInt64(0) AS repeats, toUInt64(0) AS escalated, toUInt64(0) AS withdrawn, toUInt64(0) AS closed, toUInt64(0) AS handling_days, due, closed_in_time FROM (SELECT day, due, closed_in_time
        FROM cube_due
        WHERE ((day >= {p7:Date} AND day < {p8:Date})) AND (line IN {p9:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p10:Array(String)}))))
  UNION ALL
  SELECT toUInt8({p11:UInt8}) AS period,
           toUInt8({p12:Date} >= (SELECT min(day) FROM cube_daily_region) AND {p13:Date} <= (SELECT max(day) FROM cube_daily_region)) AS covered,
           sum(complaints) AS total_complaints, sum(chasers) AS total_chasers, sum(repeats) AS total_repeats, sum(escalated) AS total_escalated, sum(withdrawn) AS total_withdrawn, sum(closed) AS total_closed, sum(handling_days) AS total_handling_days, sum(due) AS total_due, sum(closed_in_time) AS total_closed_in_time
    FROM (SELECT day, complaints, chasers, repeats, escalated, withdrawn, closed, handling_days, toUInt64(0) AS due, toUInt64(0) AS closed_in_time FROM (SELECT day, complaints, chasers, repeats, escalated, withdrawn, closed, handling_days
        FROM cube_daily_region
        WHERE ((day >= {p14:Date} AND day < {p15:Date})) AND (line IN {p16:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p17:Array(String)})))
      UNION ALL
      SELECT day, toUInt64(0) AS complaints, toUInt64(0) AS chasers, toUInt64(0) AS repeats, toUInt64(0) AS escalated, toUInt64(0) AS withdrawn, toUInt64(0) AS closed, toUInt64(0) AS handling_days, due, closed_in_time FROM (SELECT day, due, closed_in_time
        FROM cube_due
        WHERE ((day >= {p18:Date} AND day < {p19:Date})) AND (line IN {p20:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p21:Array(String)})))))
ORDER BY period
-- {"p0":0,"p1":"2026-03-01","p2":"2026-03-01","p3":"2026-03-01","p4":"2026-04-01","p5":["life"],"p6":["life."],"p7":"2026-03-01","p8":"2026-04-01","p9":["life"],"p10":["life."],"p11":1,"p12":"2025-03-01","p13":"2025-03-01","p14":"2025-03-01","p15":"2025-03-15","p16":["life"],"p17":["life."],"p18":"2025-03-01","p19":"2025-03-15","p20":["life"],"p21":["life."]}
