-- the newest
SELECT complaint_id AS id, received_at AS receivedAt, source AS source, report_region AS region, organisation AS organisation, line AS line, product AS product, sales_channel AS salesChannel, intake_channel AS intakeChannel, link AS link, reason AS reason, department AS department, status AS status, outcome AS outcome, is_repeat AS repeat, is_escalated AS escalated, group_size AS groupSize, due_on AS dueOn, if(due_by IN ('rules', 'events'), 'rules', 'source') AS dueBy, closed_at AS closedAt, narrative AS narrative, toUnixTimestamp(received_at) AS rank
FROM complaint FINAL
WHERE (toDate(received_at), complaint_id) IN (
  SELECT toDate(received_at), complaint_id
  FROM complaint FINAL
    WHERE kind = 'complaint' AND (toDate(received_at) >= {p0:Date} AND toDate(received_at) < {p1:Date}) AND (line IN {p2:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p3:Array(String)}))
  ORDER BY toUnixTimestamp(received_at) DESC, complaint_id DESC
  LIMIT {p4:UInt32})
ORDER BY toUnixTimestamp(received_at) DESC, complaint_id DESC
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":["life"],"p3":["life."],"p4":50}

-- the next page, told as of a day
SELECT complaint_id AS id, received_at AS receivedAt, source AS source, report_region AS region, organisation AS organisation, line AS line, product AS product, sales_channel AS salesChannel, intake_channel AS intakeChannel, link AS link, reason AS reason, department AS department, status AS status, outcome AS outcome, is_repeat AS repeat, is_escalated AS escalated, group_size AS groupSize, due_on AS dueOn, if(due_by IN ('rules', 'events'), 'rules', 'source') AS dueBy, closed_at AS closedAt, narrative AS narrative, toUnixTimestamp(received_at) AS rank
FROM complaint FINAL
WHERE (toDate(received_at), complaint_id) IN (
  SELECT toDate(received_at), complaint_id
  FROM complaint FINAL
    WHERE kind = 'complaint' AND (toDate(received_at) >= {p0:Date} AND toDate(received_at) < {p1:Date}) AND received_at <= fromUnixTimestamp({p2:UInt32}) AND (toUnixTimestamp(received_at), complaint_id) < ({p3:UInt32}, {p4:String}) AND (line IN {p5:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p6:Array(String)}))
  ORDER BY toUnixTimestamp(received_at) DESC, complaint_id DESC
  LIMIT {p7:UInt32})
ORDER BY toUnixTimestamp(received_at) DESC, complaint_id DESC
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":1772500000,"p3":1772500000,"p4":"C-9","p5":["life"],"p6":["life."],"p7":50}

-- words of overdue ones, due first
SELECT complaint_id AS id, received_at AS receivedAt, source AS source, report_region AS region, organisation AS organisation, line AS line, product AS product, sales_channel AS salesChannel, intake_channel AS intakeChannel, link AS link, reason AS reason, department AS department, status AS status, outcome AS outcome, is_repeat AS repeat, is_escalated AS escalated, group_size AS groupSize, due_on AS dueOn, if(due_by IN ('rules', 'events'), 'rules', 'source') AS dueBy, closed_at AS closedAt, narrative AS narrative, toUInt32(ifNull(due_on, toDate('2149-06-06'))) AS rank
FROM complaint FINAL
WHERE (toDate(received_at), complaint_id) IN (
  SELECT toDate(received_at), complaint_id
  FROM complaint FINAL
    WHERE kind = 'complaint' AND (hasAllTokens(narrative, {p0:Array(String)}) AND position(narrative, {p1:String}) > 0) AND ((hasAllTokens(narrative, {p2:Array(String)}) AND position(narrative, {p3:String}) > 0) OR startsWith(complaint_id, {p4:String})) AND position(narrative, {p5:String}) > 0 AND (is_repeat != 0 OR group_size > 1) AND toDate(received_at) <= {p6:Date}
      AND ifNull(toDate(closed_at) > {p7:Date}, status NOT IN ('closed', 'withdrawn')) AND due_on < {p8:Date} AND toDate(received_at) IN (
        SELECT DISTINCT toDate(received_at)
        FROM complaint
        WHERE toDate(received_at) <= {p9:Date}
          AND ifNull(toDate(closed_at) > {p10:Date}, status NOT IN ('closed', 'withdrawn'))) AND (toUInt32(ifNull(due_on, toDate('2149-06-06'))), complaint_id) > ({p11:UInt32}, {p12:String}) AND (line IN {p13:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p14:Array(String)}))
  ORDER BY toUInt32(ifNull(due_on, toDate('2149-06-06'))) ASC, complaint_id ASC
  LIMIT {p15:UInt32})
ORDER BY toUInt32(ifNull(due_on, toDate('2149-06-06'))) ASC, complaint_id ASC
-- {"p0":["退保"],"p1":"退保","p2":["TS","S1"],"p3":"TS1","p4":"TS1","p5":"险","p6":"2026-03-15","p7":"2026-03-15","p8":"2026-03-15","p9":"2026-03-15","p10":"2026-03-15","p11":20000,"p12":"C-9","p13":["life"],"p14":["life."],"p15":50}

-- a table
SELECT complaint_id AS id, due_on AS dueOn, if(due_by IN ('rules', 'events'), 'rules', 'source') AS dueBy
FROM complaint FINAL
WHERE (toDate(received_at), complaint_id) IN (
  SELECT toDate(received_at), complaint_id
  FROM complaint FINAL
    WHERE kind = 'complaint' AND (toDate(received_at) >= {p0:Date} AND toDate(received_at) < {p1:Date}) AND (line IN {p2:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p3:Array(String)}))
  ORDER BY toUnixTimestamp(received_at) ASC, complaint_id ASC
  LIMIT {p4:UInt32})
ORDER BY toUnixTimestamp(received_at) ASC, complaint_id ASC
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":["life"],"p3":["life."],"p4":10}
