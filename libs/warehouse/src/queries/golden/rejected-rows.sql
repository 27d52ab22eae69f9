-- any
SELECT batch_id AS batchId, row_number AS rowNumber, reasons, raw
FROM rejected_row FINAL
WHERE batch_id = {p0:String}
ORDER BY rowNumber
-- {"p0":"b1"}
