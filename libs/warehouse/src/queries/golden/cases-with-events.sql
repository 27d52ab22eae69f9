-- any
WITH own AS (
  SELECT complaint_id, version, batch_id, row_number, due_on AS due, due_by AS whose, toDate(received_at) AS day
  FROM complaint_version FINAL
  WHERE complaint_id IN {p0:Array(String)})
SELECT complaint_id AS id, toDate(received_at) AS receivedOn, toDate(closed_at) AS closedOn,
       status = 'withdrawn' AS isWithdrawn, due_on AS dueOn, due_by AS dueBy, own.due AS versionDue,
       own.whose AS versionBy
FROM (
  SELECT *
  FROM complaint FINAL
  WHERE kind = 'complaint' AND toDate(received_at) IN (SELECT DISTINCT day FROM own)
    AND complaint_id IN {p1:Array(String)}) AS stands
INNER JOIN own USING (complaint_id, version, batch_id, row_number)
ORDER BY id
-- {"p0":["C-1"],"p1":["C-1"]}
