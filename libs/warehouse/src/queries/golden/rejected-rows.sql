-- any
SELECT batch_id AS batchId, row_number AS rowNumber, reasons, raw, ifNull(sealed, '') AS sealed
FROM (SELECT * FROM rejected_row FINAL WHERE batch_id = {p0:String}) AS refused
LEFT JOIN (
  SELECT row_number, sealed FROM rejected_original FINAL WHERE batch_id = {p1:String}) AS kept
  USING (row_number)
ORDER BY rowNumber LIMIT {p2:UInt32}
-- {"p0":"b1","p1":"b1","p2":4294967295}
