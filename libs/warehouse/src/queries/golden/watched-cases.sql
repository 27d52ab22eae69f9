-- brought by many
SELECT complaint_id AS id, toDate(received_at) AS receivedOn, due_on AS dueOn, organisation,
       report_region AS region, greatest(group_size, 1) AS people
FROM complaint FINAL
  WHERE kind = 'complaint' AND (toDate(received_at) >= {p0:Date} AND toDate(received_at) < {p1:Date}) AND group_size >= {p2:UInt32} AND (line IN {p3:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p4:Array(String)}))
ORDER BY dueOn IS NULL, dueOn, id
LIMIT {p5:UInt32}
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":5,"p3":["life"],"p4":["life."],"p5":100}

-- due soon
SELECT complaint_id AS id, toDate(received_at) AS receivedOn, due_on AS dueOn, organisation,
       report_region AS region, greatest(group_size, 1) AS people
FROM (
    SELECT * REPLACE (transform(toString(organisation), {p0:Array(String)}, {p1:Array(String)}, toString(organisation)) AS organisation)
    FROM (
      SELECT *
      FROM complaint FINAL
      WHERE kind = 'complaint' AND toDate(received_at) <= {p2:Date}
        AND ifNull(toDate(closed_at) > {p3:Date}, status NOT IN ('closed', 'withdrawn')) AND due_on < {p4:Date} AND toDate(received_at) IN (
          SELECT DISTINCT toDate(received_at)
          FROM complaint
          WHERE toDate(received_at) <= {p5:Date}
            AND ifNull(toDate(closed_at) > {p6:Date}, status NOT IN ('closed', 'withdrawn')))))
  WHERE (line IN {p7:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p8:Array(String)}))
ORDER BY dueOn IS NULL, dueOn, id
LIMIT {p9:UInt32}
-- {"p0":["hq.a"],"p1":["hq.b"],"p2":"2026-03-15","p3":"2026-03-15","p4":"2026-03-17","p5":"2026-03-15","p6":"2026-03-15","p7":["life"],"p8":["life."],"p9":100}
