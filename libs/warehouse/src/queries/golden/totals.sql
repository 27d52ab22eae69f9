-- two periods
WITH arrayElement({p0:Array(Date)}, period + 1) AS since, arrayElement({p1:Array(Date)}, period + 1) AS until
SELECT period, toUInt8(since >= toDate({p2:Date}) AND since <= toDate({p3:Date})) AS covered, toUInt8(since <= toDate({p4:Date}) AND until > toDate({p5:Date})) AS reached,
       total_complaints AS complaints, total_chasers AS chasers, total_repeats AS repeats, total_escalated AS escalated, total_withdrawn AS withdrawn, total_answered AS answered, total_mediations AS mediations, total_mediated AS mediated, total_due AS due, total_closed_in_time AS closed_in_time, total_due_closed AS due_closed, total_overdue AS overdue, total_closed AS closed, total_handling_days AS handling_days, total_rated AS rated, total_satisfied AS satisfied, total_compensated AS compensated, total_compensation AS compensation, total_goodwill AS goodwill, total_goodwill_amount AS goodwill_amount
FROM (SELECT period, sum(day_complaints) AS total_complaints, sum(day_chasers) AS total_chasers, sum(day_repeats) AS total_repeats, sum(day_escalated) AS total_escalated, sum(day_withdrawn) AS total_withdrawn, sum(day_answered) AS total_answered, sum(day_mediations) AS total_mediations, sum(day_mediated) AS total_mediated, sum(day_due) AS total_due, sum(day_closed_in_time) AS total_closed_in_time, sum(day_due_closed) AS total_due_closed, sum(day_overdue) AS total_overdue, sum(day_closed) AS total_closed, sum(day_handling_days) AS total_handling_days, sum(day_rated) AS total_rated, sum(day_satisfied) AS total_satisfied, sum(day_compensated) AS total_compensated, sum(day_compensation) AS total_compensation, sum(day_goodwill) AS total_goodwill, sum(day_goodwill_amount) AS total_goodwill_amount
  FROM (SELECT day, sum(complaints) AS day_complaints, sum(chasers) AS day_chasers, sum(repeats) AS day_repeats, sum(escalated) AS day_escalated, sum(withdrawn) AS day_withdrawn, sum(answered) AS day_answered, sum(mediations) AS day_mediations, sum(mediated) AS day_mediated, sum(due) AS day_due, sum(closed_in_time) AS day_closed_in_time, sum(due_closed) AS day_due_closed, sum(overdue) AS day_overdue, sum(closed) AS day_closed, sum(handling_days) AS day_handling_days, sum(rated) AS day_rated, sum(satisfied) AS day_satisfied, sum(compensated) AS day_compensated, sum(compensation) AS day_compensation, sum(goodwill) AS day_goodwill, sum(goodwill_amount) AS day_goodwill_amount
    FROM (SELECT day, complaints, chasers, repeats, escalated, withdrawn, answered, mediations, mediated, toUInt64(0) AS due, toUInt64(0) AS closed_in_time, toUInt64(0) AS due_closed, toUInt64(0) AS overdue, toUInt64(0) AS closed, toUInt64(0) AS handling_days, toUInt64(0) AS rated, toUInt64(0) AS satisfied, toUInt64(0) AS compensated, toUInt64(0) AS compensation, toUInt64(0) AS goodwill, toUInt64(0) AS goodwill_amount
        FROM cube_daily_line
          WHERE ((day >= {p6:Date} AND day < {p7:Date}) OR (day >= {p8:Date} AND day < {p9:Date})) AND (line IN {p10:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p11:Array(String)}))
      UNION ALL
      SELECT day, toUInt64(0) AS complaints, toUInt64(0) AS chasers, toUInt64(0) AS repeats, toUInt64(0) AS escalated, toUInt64(0) AS withdrawn, toUInt64(0) AS answered, toUInt64(0) AS mediations, toUInt64(0) AS mediated, due, closed_in_time, due_closed, overdue, toUInt64(0) AS closed, toUInt64(0) AS handling_days, toUInt64(0) AS rated, toUInt64(0) AS satisfied, toUInt64(0) AS compensated, toUInt64(0) AS compensation, toUInt64(0) AS goodwill, toUInt64(0) AS goodwill_amount
        FROM cube_due_line
          WHERE ((day >= {p12:Date} AND day < {p13:Date}) OR (day >= {p14:Date} AND day < {p15:Date})) AND (line IN {p16:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p17:Array(String)}))
      UNION ALL
      SELECT day, toUInt64(0) AS complaints, toUInt64(0) AS chasers, toUInt64(0) AS repeats, toUInt64(0) AS escalated, toUInt64(0) AS withdrawn, toUInt64(0) AS answered, toUInt64(0) AS mediations, toUInt64(0) AS mediated, toUInt64(0) AS due, toUInt64(0) AS closed_in_time, toUInt64(0) AS due_closed, toUInt64(0) AS overdue, closed, handling_days, rated, satisfied, compensated, compensation, goodwill, goodwill_amount
        FROM cube_closed_line
          WHERE ((day >= {p18:Date} AND day < {p19:Date}) OR (day >= {p20:Date} AND day < {p21:Date})) AND (line IN {p22:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p23:Array(String)})))
    GROUP BY day)
  ARRAY JOIN arrayFilter((number, since, until) -> day >= since AND day < until,
    arrayMap(number -> toUInt8(number - 1), arrayEnumerate({p24:Array(Date)})),
    {p25:Array(Date)}, {p26:Array(Date)}) AS period
  GROUP BY period
  ORDER BY period WITH FILL FROM 0 TO {p27:UInt8})
ORDER BY period
-- {"p0":["2026-03-01","2025-03-01"],"p1":["2026-04-01","2025-03-15"],"p2":"2024-01-01","p3":"2026-03-14","p4":"2026-03-14","p5":"2024-01-01","p6":"2025-03-01","p7":"2025-03-15","p8":"2026-03-01","p9":"2026-04-01","p10":["life"],"p11":["life."],"p12":"2025-03-01","p13":"2025-03-15","p14":"2026-03-01","p15":"2026-03-15","p16":["life"],"p17":["life."],"p18":"2025-03-01","p19":"2025-03-15","p20":"2026-03-01","p21":"2026-04-01","p22":["life"],"p23":["life."],"p24":["2026-03-01","2025-03-01"],"p25":["2026-03-01","2025-03-01"],"p26":["2026-04-01","2025-03-15"],"p27":2}

-- some sums while a feed is late
WITH arrayElement({p0:Array(Date)}, period + 1) AS since, arrayElement({p1:Array(Date)}, period + 1) AS until
SELECT period, toUInt8(since >= toDate({p2:Date}) AND since <= toDate({p3:Date})) AS covered, toUInt8(since <= toDate({p4:Date}) AND until > toDate({p5:Date}) AND (greatest(since, toDate({p6:Date})) < toDate({p7:Date}) OR hasAny((SELECT groupUniqArray(day) FROM cube_daily_total), arrayMap(i -> since + i, range(toUInt32(dateDiff('day', since, until))))))) AS reached,
       total_complaints AS complaints, total_due AS due
FROM (SELECT period, sum(day_complaints) AS total_complaints, sum(day_due) AS total_due
  FROM (SELECT day, sum(complaints) AS day_complaints, sum(due) AS day_due
    FROM (SELECT day, complaints, toUInt64(0) AS due
        FROM cube_daily_line
          WHERE ((day >= {p8:Date} AND day < {p9:Date})) AND (line IN {p10:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p11:Array(String)}))
      UNION ALL
      SELECT day, toUInt64(0) AS complaints, due
        FROM cube_due_line
          WHERE ((day >= {p12:Date} AND day < {p13:Date})) AND (line IN {p14:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p15:Array(String)})))
    GROUP BY day)
  ARRAY JOIN arrayFilter((number, since, until) -> day >= since AND day < until,
    arrayMap(number -> toUInt8(number - 1), arrayEnumerate({p16:Array(Date)})),
    {p17:Array(Date)}, {p18:Array(Date)}) AS period
  GROUP BY period
  ORDER BY period WITH FILL FROM 0 TO {p19:UInt8})
ORDER BY period
-- {"p0":["2026-03-01"],"p1":["2026-04-01"],"p2":"2024-01-01","p3":"2026-03-14","p4":"2026-03-14","p5":"2024-01-01","p6":"2024-01-01","p7":"2026-03-12","p8":"2026-03-01","p9":"2026-04-01","p10":["life"],"p11":["life."],"p12":"2026-03-01","p13":"2026-03-15","p14":["life"],"p15":["life."],"p16":["2026-03-01"],"p17":["2026-03-01"],"p18":["2026-04-01"],"p19":1}
