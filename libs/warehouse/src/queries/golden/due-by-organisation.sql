-- any
SELECT unit AS organisation, dueOn, count() AS cases
FROM (
  SELECT substringIndex(organisation, '.', {p0:UInt8}) AS unit, assumeNotNull(due_on) AS dueOn
  FROM (
      SELECT * REPLACE (transform(toString(organisation), {p1:Array(String)}, {p2:Array(String)}, toString(organisation)) AS organisation)
      FROM (
        SELECT *
        FROM complaint FINAL
        WHERE kind = 'complaint' AND toDate(received_at) <= {p3:Date}
          AND ifNull(toDate(closed_at) > {p4:Date}, status NOT IN ('closed', 'withdrawn')) AND due_on < {p5:Date} AND toDate(received_at) IN (
            SELECT DISTINCT toDate(received_at)
            FROM complaint
            WHERE toDate(received_at) <= {p6:Date}
              AND ifNull(toDate(closed_at) > {p7:Date}, status NOT IN ('closed', 'withdrawn'))) AND due_on IS NOT NULL))
    WHERE (line IN {p8:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p9:Array(String)})))
GROUP BY organisation, dueOn
ORDER BY organisation, dueOn
-- {"p0":2,"p1":["hq.a"],"p2":["hq.b"],"p3":"2026-03-15","p4":"2026-03-15","p5":"2026-03-21","p6":"2026-03-15","p7":"2026-03-15","p8":["life"],"p9":["life."]}
