-- months
SELECT at, toUInt8(at <= (SELECT max(day) FROM cube_daily_total) AND at + INTERVAL 1 MONTH > (SELECT min(day) FROM cube_daily_total)) AS covered,
       total_complaints AS complaints, total_chasers AS chasers, total_repeats AS repeats, total_escalated AS escalated, total_withdrawn AS withdrawn, total_closed AS closed, total_handling_days AS handling_days, total_due AS due, total_closed_in_time AS closed_in_time
FROM (
  SELECT toStartOfMonth(day) AS at, sum(complaints) AS total_complaints, sum(chasers) AS total_chasers, sum(repeats) AS total_repeats, sum(escalated) AS total_escalated, sum(withdrawn) AS total_withdrawn, sum(closed) AS total_closed, sum(handling_days) AS total_handling_days, sum(due) AS total_due, sum(closed_in_time) AS total_closed_in_time
  FROM (SELECT day, complaints, chasers, repeats, escalated, withdrawn, closed, handling_days, toUInt64(0) AS due, toUInt64(0) AS closed_in_time FROM (SELECT day, complaints, chasers, repeats, escalated, withdrawn, closed, handling_days
      FROM cube_daily_total
        WHERE ((day >= {p0:Date} AND day < {p1:Date})))
    UNION ALL
    SELECT day, toUInt64(0) AS complaints, toUInt64(0) AS chasers, toUInt64(0) AS repeats, toUInt64(0) AS escalated, toUInt64(0) AS withdrawn, toUInt64(0) AS closed, toUInt64(0) AS handling_days, due, closed_in_time FROM (SELECT day, due, closed_in_time
      FROM cube_due_total
        WHERE ((day >= {p2:Date} AND day < {p3:Date}))))
  GROUP BY at
  ORDER BY at WITH FILL FROM toStartOfMonth(toDate({p4:Date})) TO toDate({p5:Date}) STEP INTERVAL 1 MONTH)
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":"2026-03-01","p3":"2026-04-01","p4":"2026-03-01","p5":"2026-04-01"}

-- weeks with feeds
SELECT at, toUInt8(at <= (SELECT max(day) FROM cube_daily_total) AND at + INTERVAL 1 WEEK > (SELECT min(day) FROM cube_daily_total) AND (greatest(at, (SELECT min(day) FROM cube_daily_total)) < toDate({p0:Date}) OR hasAny((SELECT groupUniqArray(day) FROM cube_daily_total), arrayMap(i -> at + i, range(toUInt32(dateDiff('day', at, at + INTERVAL 1 WEEK))))))) AS covered,
       total_complaints AS complaints, total_chasers AS chasers, total_repeats AS repeats, total_escalated AS escalated, total_withdrawn AS withdrawn, total_closed AS closed, total_handling_days AS handling_days, total_due AS due, total_closed_in_time AS closed_in_time
FROM (
  SELECT toMonday(day) AS at, sum(complaints) AS total_complaints, sum(chasers) AS total_chasers, sum(repeats) AS total_repeats, sum(escalated) AS total_escalated, sum(withdrawn) AS total_withdrawn, sum(closed) AS total_closed, sum(handling_days) AS total_handling_days, sum(due) AS total_due, sum(closed_in_time) AS total_closed_in_time
  FROM (SELECT day, complaints, chasers, repeats, escalated, withdrawn, closed, handling_days, toUInt64(0) AS due, toUInt64(0) AS closed_in_time FROM (SELECT day, complaints, chasers, repeats, escalated, withdrawn, closed, handling_days
      FROM cube_daily_total
        WHERE ((day >= {p1:Date} AND day < {p2:Date})))
    UNION ALL
    SELECT day, toUInt64(0) AS complaints, toUInt64(0) AS chasers, toUInt64(0) AS repeats, toUInt64(0) AS escalated, toUInt64(0) AS withdrawn, toUInt64(0) AS closed, toUInt64(0) AS handling_days, due, closed_in_time FROM (SELECT day, due, closed_in_time
      FROM cube_due_total
        WHERE ((day >= {p3:Date} AND day < {p4:Date}))))
  GROUP BY at
  ORDER BY at WITH FILL FROM toMonday(toDate({p5:Date})) TO toDate({p6:Date}) STEP INTERVAL 1 WEEK)
-- {"p0":"2026-03-12","p1":"2026-03-01","p2":"2026-04-01","p3":"2026-03-01","p4":"2026-04-01","p5":"2026-03-01","p6":"2026-04-01"}
