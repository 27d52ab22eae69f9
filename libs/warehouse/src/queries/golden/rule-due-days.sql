-- all
SELECT DISTINCT toDate(received_at) AS receivedOn, due_on AS dueOn
FROM complaint
WHERE kind = 'complaint' AND due_by = 'rules'
ORDER BY receivedOn, dueOn
-- {}

-- some days
SELECT DISTINCT toDate(received_at) AS receivedOn, due_on AS dueOn
FROM complaint FINAL
WHERE kind = 'complaint' AND due_by = 'rules' AND toDate(received_at) IN {p0:Array(Date)}
ORDER BY receivedOn, dueOn
-- {"p0":["2026-03-01"]}
