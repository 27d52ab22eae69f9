-- any
SELECT batch_id AS batchId, rows, added, updated, duplicate, outdated, moved, months
FROM settlement FINAL
WHERE batch_id = {p0:String}
-- {"p0":"b1"}
