-- any
SELECT pair.1 AS part, pair.2 AS code, count() AS open,
       countIf(due < {p0:Date}) AS overdue,
       countIf(due >= {p1:Date} AND due <= {p2:Date}) AS nearDue
FROM (
  SELECT due_on AS due, arrayJoin([('stage', toString(status)), ('organisation', toString(substringIndex(organisation, '.', {p3:UInt8}))), ('department', toString(department)), ('age', toString(arrayCount(last -> dateDiff('day', toDate(received_at), {p4:Date}) > last, {p5:Array(UInt32)}))), ('band', multiIf(due_on IS NULL, 'none', due_on < {p6:Date}, 'overdue', due_on <= {p7:Date}, {p8:String}, due_on <= {p9:Date}, {p10:String}, 'later')), ('by', if(due_by IN ('rules', 'events'), 'rules', 'source'))]) AS pair
  FROM (
      SELECT * REPLACE (transform(toString(organisation), {p11:Array(String)}, {p12:Array(String)}, toString(organisation)) AS organisation)
      FROM (
        SELECT *
        FROM complaint FINAL
        WHERE kind = 'complaint' AND toDate(received_at) <= {p13:Date}
          AND ifNull(toDate(closed_at) > {p14:Date}, status NOT IN ('closed', 'withdrawn')) AND toDate(received_at) IN (
            SELECT DISTINCT toDate(received_at)
            FROM complaint
            WHERE toDate(received_at) <= {p15:Date}
              AND ifNull(toDate(closed_at) > {p16:Date}, status NOT IN ('closed', 'withdrawn')))))
    WHERE (line IN {p17:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p18:Array(String)})))
GROUP BY part, code
ORDER BY part, open DESC, code
-- {"p0":"2026-03-15","p1":"2026-03-15","p2":"2026-03-20","p3":1,"p4":"2026-03-15","p5":[5,10],"p6":"2026-03-15","p7":"2026-03-15","p8":"today","p9":"2026-03-20","p10":"t5","p11":["hq.a"],"p12":["hq.b"],"p13":"2026-03-15","p14":"2026-03-15","p15":"2026-03-15","p16":"2026-03-15","p17":["life"],"p18":["life."]}
