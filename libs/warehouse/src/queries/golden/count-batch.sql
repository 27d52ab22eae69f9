-- any
SELECT count() AS rows
FROM complaint_version
WHERE batch_id = {p0:String}
-- {"p0":"b1"}
