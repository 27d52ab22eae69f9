-- cube
SELECT sumIf(still_open, day < {p0:Date}) AS overdue,
       sumIf(still_open, day >= {p1:Date} AND day <= {p2:Date} + {p3:UInt32}) AS nearDue
FROM (SELECT day, still_open
  FROM cube_due_line
    WHERE (line IN {p4:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p5:Array(String)})))
-- {"p0":"2026-03-15","p1":"2026-03-15","p2":"2026-03-15","p3":5,"p4":["life"],"p5":["life."]}

-- from complaints
SELECT sumIf(still_open, day < {p0:Date}) AS overdue,
       sumIf(still_open, day >= {p1:Date} AND day <= {p2:Date} + {p3:UInt32}) AS nearDue
FROM (SELECT assumeNotNull(due_on) AS day, toUInt64(kind = 'complaint' AND due_on IS NOT NULL AND closed_at IS NULL AND status NOT IN ('closed', 'withdrawn')) AS still_open
  FROM complaint FINAL
    WHERE kind = 'complaint' AND due_on IS NOT NULL AND product IN {p4:Array(String)})
-- {"p0":"2026-03-15","p1":"2026-03-15","p2":"2026-03-15","p3":5,"p4":["P1"]}
