-- months
SELECT at, toUInt8(at <= (SELECT max(day) FROM cube_daily_total) AND at + INTERVAL 1 MONTH > (SELECT min(day) FROM cube_daily_total)) AS covered,
       total_complaints AS complaints, total_chasers AS chasers, total_repeats AS repeats, total_escalated AS escalated, total_withdrawn AS withdrawn, total_answered AS answered, total_mediations AS mediations, total_mediated AS mediated, total_due AS due, total_closed_in_time AS closed_in_time, total_due_closed AS due_closed, total_overdue AS overdue, total_closed AS closed, total_handling_days AS handling_days, total_rated AS rated, total_satisfied AS satisfied, total_compensated AS compensated, total_compensation AS compensation, total_goodwill AS goodwill, total_goodwill_amount AS goodwill_amount
FROM (
  SELECT toStartOfMonth(day) AS at, sum(complaints) AS total_complaints, sum(chasers) AS total_chasers, sum(repeats) AS total_repeats, sum(escalated) AS total_escalated, sum(withdrawn) AS total_withdrawn, sum(answered) AS total_answered, sum(mediations) AS total_mediations, sum(mediated) AS total_mediated, sum(due) AS total_due, sum(closed_in_time) AS total_closed_in_time, sum(due_closed) AS total_due_closed, sum(overdue) AS total_overdue, sum(closed) AS total_closed, sum(handling_days) AS total_handling_days, sum(rated) AS total_rated, sum(satisfied) AS total_satisfied, sum(compensated) AS total_compensated, sum(compensation) AS total_compensation, sum(goodwill) AS total_goodwill, sum(goodwill_amount) AS total_goodwill_amount
  FROM (SELECT day, complaints, chasers, repeats, escalated, withdrawn, answered, mediations, mediated, toUInt64(0) AS due, toUInt64(0) AS closed_in_time, toUInt64(0) AS due_closed, toUInt64(0) AS overdue, toUInt64(0) AS closed, toUInt64(0) AS handling_days, toUInt64(0) AS rated, toUInt64(0) AS satisfied, toUInt64(0) AS compensated, toUInt64(0) AS compensation, toUInt64(0) AS goodwill, toUInt64(0) AS goodwill_amount FROM (SELECT day, complaints, chasers, repeats, escalated, withdrawn, answered, mediations, mediated
      FROM cube_daily_total
        WHERE ((day >= {p0:Date} AND day < {p1:Date})))
    UNION ALL
    SELECT day, toUInt64(0) AS complaints, toUInt64(0) AS chasers, toUInt64(0) AS repeats, toUInt64(0) AS escalated, toUInt64(0) AS withdrawn, toUInt64(0) AS answered, toUInt64(0) AS mediations, toUInt64(0) AS mediated, due, closed_in_time, due_closed, overdue, toUInt64(0) AS closed, toUInt64(0) AS handling_days, toUInt64(0) AS rated, toUInt64(0) AS satisfied, toUInt64(0) AS compensated, toUInt64(0) AS compensation, toUInt64(0) AS goodwill, toUInt64(0) AS goodwill_amount FROM (SELECT day, due, closed_in_time, due_closed, overdue
      FROM cube_due_total
        WHERE ((day >= {p2:Date} AND day < {p3:Date})))
    UNION ALL
    SELECT day, toUInt64(0) AS complaints, toUInt64(0) AS chasers, toUInt64(0) AS repeats, toUInt64(0) AS escalated, toUInt64(0) AS withdrawn, toUInt64(0) AS answered, toUInt64(0) AS mediations, toUInt64(0) AS mediated, toUInt64(0) AS due, toUInt64(0) AS closed_in_time, toUInt64(0) AS due_closed, toUInt64(0) AS overdue, closed, handling_days, rated, satisfied, compensated, compensation, goodwill, goodwill_amount FROM (SELECT day, closed, handling_days, rated, satisfied, compensated, compensation, goodwill, goodwill_amount
      FROM cube_closed_total
        WHERE ((day >= {p4:Date} AND day < {p5:Date}))))
  GROUP BY at
  ORDER BY at WITH FILL FROM toStartOfMonth(toDate({p6:Date})) TO toDate({p7:Date}) STEP INTERVAL 1 MONTH)
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":"2026-03-01","p3":"2026-03-15","p4":"2026-03-01","p5":"2026-04-01","p6":"2026-03-01","p7":"2026-04-01"}

-- weeks with feeds
SELECT at, toUInt8(at <= (SELECT max(day) FROM cube_daily_total) AND at + INTERVAL 1 WEEK > (SELECT min(day) FROM cube_daily_total) AND (greatest(at, (SELECT min(day) FROM cube_daily_total)) < toDate({p0:Date}) OR hasAny((SELECT groupUniqArray(day) FROM cube_daily_total), arrayMap(i -> at + i, range(toUInt32(dateDiff('day', at, at + INTERVAL 1 WEEK))))))) AS covered,
       total_complaints AS complaints, total_chasers AS chasers, total_repeats AS repeats, total_escalated AS escalated, total_withdrawn AS withdrawn, total_answered AS answered, total_mediations AS mediations, total_mediated AS mediated, total_due AS due, total_closed_in_time AS closed_in_time, total_due_closed AS due_closed, total_overdue AS overdue, total_closed AS closed, total_handling_days AS handling_days, total_rated AS rated, total_satisfied AS satisfied, total_compensated AS compensated, total_compensation AS compensation, total_goodwill AS goodwill, total_goodwill_amount AS goodwill_amount
FROM (
  SELECT toMonday(day) AS at, sum(complaints) AS total_complaints, sum(chasers) AS total_chasers, sum(repeats) AS total_repeats, sum(escalated) AS total_escalated, sum(withdrawn) AS total_withdrawn, sum(answered) AS total_answered, sum(mediations) AS total_mediations, sum(mediated) AS total_mediated, sum(due) AS total_due, sum(closed_in_time) AS total_closed_in_time, sum(due_closed) AS total_due_closed, sum(overdue) AS total_overdue, sum(closed) AS total_closed, sum(handling_days) AS total_handling_days, sum(rated) AS total_rated, sum(satisfied) AS total_satisfied, sum(compensated) AS total_compensated, sum(compensation) AS total_compensation, sum(goodwill) AS total_goodwill, sum(goodwill_amount) AS total_goodwill_amount
  FROM (SELECT day, complaints, chasers, repeats, escalated, withdrawn, answered, mediations, mediated, toUInt64(0) AS due, toUInt64(0) AS closed_in_time, toUInt64(0) AS due_closed, toUInt64(0) AS overdue, toUInt64(0) AS closed, toUInt64(0) AS handling_days, toUInt64(0) AS rated, toUInt64(0) AS satisfied, toUInt64(0) AS compensated, toUInt64(0) AS compensation, toUInt64(0) AS goodwill, toUInt64(0) AS goodwill_amount FROM (SELECT day, complaints, chasers, repeats, escalated, withdrawn, answered, mediations, mediated
      FROM cube_daily_total
        WHERE ((day >= {p1:Date} AND day < {p2:Date})))
    UNION ALL
    SELECT day, toUInt64(0) AS complaints, toUInt64(0) AS chasers, toUInt64(0) AS repeats, toUInt64(0) AS escalated, toUInt64(0) AS withdrawn, toUInt64(0) AS answered, toUInt64(0) AS mediations, toUInt64(0) AS mediated, due, closed_in_time, due_closed, overdue, toUInt64(0) AS closed, toUInt64(0) AS handling_days, toUInt64(0) AS rated, toUInt64(0) AS satisfied, toUInt64(0) AS compensated, toUInt64(0) AS compensation, toUInt64(0) AS goodwill, toUInt64(0) AS goodwill_amount FROM (SELECT day, due, closed_in_time, due_closed, overdue
      FROM cube_due_total
        WHERE ((day >= {p3:Date} AND day < {p4:Date})))
    UNION ALL
    SELECT day, toUInt64(0) AS complaints, toUInt64(0) AS chasers, toUInt64(0) AS repeats, toUInt64(0) AS escalated, toUInt64(0) AS withdrawn, toUInt64(0) AS answered, toUInt64(0) AS mediations, toUInt64(0) AS mediated, toUInt64(0) AS due, toUInt64(0) AS closed_in_time, toUInt64(0) AS due_closed, toUInt64(0) AS overdue, closed, handling_days, rated, satisfied, compensated, compensation, goodwill, goodwill_amount FROM (SELECT day, closed, handling_days, rated, satisfied, compensated, compensation, goodwill, goodwill_amount
      FROM cube_closed_total
        WHERE ((day >= {p5:Date} AND day < {p6:Date}))))
  GROUP BY at
  ORDER BY at WITH FILL FROM toMonday(toDate({p7:Date})) TO toDate({p8:Date}) STEP INTERVAL 1 WEEK)
-- {"p0":"2026-03-12","p1":"2026-03-01","p2":"2026-04-01","p3":"2026-03-01","p4":"2026-03-15","p5":"2026-03-01","p6":"2026-04-01","p7":"2026-03-01","p8":"2026-04-01"}
