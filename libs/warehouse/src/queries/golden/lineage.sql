-- a slice
SELECT id, name, profile, import.received_at AS receivedAt, complaints, firstRow, lastRow
FROM (
  SELECT batch_id AS id, count() AS complaints, min(row_number) AS firstRow, max(row_number) AS lastRow
  FROM complaint FINAL
    WHERE kind = 'complaint' AND (toDate(received_at) >= {p0:Date} AND toDate(received_at) < {p1:Date}) AND (line IN {p2:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p3:Array(String)}))
  GROUP BY id) AS behind
INNER JOIN (SELECT batch_id AS id, name, profile, received_at FROM import_batch FINAL) AS import USING (id)
ORDER BY complaints DESC, id
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":["life"],"p3":["life."]}
