-- any
SELECT count() AS total FROM complaint FINAL
WHERE kind = 'complaint' AND (toDate(received_at) >= {p0:Date} AND toDate(received_at) < {p1:Date}) AND (line IN {p2:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p3:Array(String)}))
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":["life"],"p3":["life."]}

-- without a due day
SELECT count() AS total FROM complaint FINAL
WHERE kind = 'complaint' AND (toDate(received_at) >= {p0:Date} AND toDate(received_at) < {p1:Date}) AND toDate(received_at) <= {p2:Date}
  AND ifNull(toDate(closed_at) > {p3:Date}, status NOT IN ('closed', 'withdrawn')) AND due_on IS NULL AND (line IN {p4:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p5:Array(String)}))
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":"2026-03-15","p3":"2026-03-15","p4":["life"],"p5":["life."]}
