-- any
SELECT batch_id AS batchId, row_number AS rowNumber, complaint_id AS complaintId, code, field, shown, expected
FROM row_warning FINAL
WHERE batch_id = {p0:String} AND row_number IN (
  SELECT DISTINCT row_number FROM row_warning WHERE batch_id = {p1:String}
  ORDER BY row_number LIMIT {p2:UInt32})
ORDER BY rowNumber, code, field
-- {"p0":"b1","p1":"b1","p2":100}
