-- any
SELECT bitShiftRight(version, 32) AS version,
       (known.version, known.batchId, row) IN (
         SELECT version, batch_id, row_number
         FROM complaint FINAL
         WHERE complaint_id = {p0:String}) AS current,
       batchId, ifNull(name, '') AS batchName, row, arrivedAt, receivedOn, status
FROM (
  SELECT version, batch_id AS batchId, row_number AS row, arrived_at AS arrivedAt,
         toDate(received_at) AS receivedOn, status
  FROM complaint_version FINAL
  WHERE complaint_id = {p1:String} AND batch_id IN (SELECT batch_id FROM settlement)) AS known
LEFT JOIN (SELECT batch_id AS batchId, name FROM import_batch FINAL) AS import USING (batchId)
ORDER BY known.version DESC, batchId DESC, row DESC
-- {"p0":"C-1","p1":"C-1"}
