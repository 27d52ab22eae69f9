-- small
SELECT uniqExact(complaint_id) AS complaints,
       uniqExactIf(complaint_id, stays) AS kept,
       arraySort(groupUniqArray(toStartOfMonth(toDate(received)))) AS months
FROM (
  SELECT complaint_id, received_at AS received, 0 AS stays
  FROM complaint_version
  WHERE batch_id = {p0:String} AND toYYYYMM(arrived_at) IN {p1:Array(UInt32)} AND complaint_id IN {p2:Array(String)}
  UNION ALL
  SELECT complaint_id, received, 1 AS stays
  FROM (SELECT complaint_id, max(v) AS version, argMax(first, v) AS origin, argMax(received, v) AS received
    FROM (
      SELECT complaint_id, version AS v, min((batch_id, row_number)) AS first, any(received_at) AS received
      FROM complaint_version
      WHERE complaint_id IN {p3:Array(String)} AND batch_id != {p4:String} AND batch_id IN (SELECT batch_id FROM settlement)
      GROUP BY complaint_id, v)
    GROUP BY complaint_id))
SETTINGS use_skip_indexes = 1
-- {"p0":"b1","p1":[202603],"p2":["C-1","C-2"],"p3":["C-1","C-2"],"p4":"b1"}

-- large
SELECT uniqExact(complaint_id) AS complaints,
       uniqExactIf(complaint_id, stays) AS kept,
       arraySort(groupUniqArray(toStartOfMonth(toDate(received)))) AS months
FROM (
  SELECT complaint_id, received_at AS received, 0 AS stays
  FROM complaint_version
  WHERE batch_id = {p0:String} AND toYYYYMM(arrived_at) IN {p1:Array(UInt32)}
  UNION ALL
  SELECT complaint_id, received, 1 AS stays
  FROM (SELECT complaint_id, max(v) AS version, argMax(first, v) AS origin, argMax(received, v) AS received
    FROM (
      SELECT complaint_id, version AS v, min((batch_id, row_number)) AS first, any(received_at) AS received
      FROM complaint_version
      WHERE complaint_id IN (SELECT complaint_id FROM complaint_version WHERE batch_id = {p2:String} AND toYYYYMM(arrived_at) IN {p3:Array(UInt32)}) AND batch_id != {p4:String} AND batch_id IN (SELECT batch_id FROM settlement)
      GROUP BY complaint_id, v)
    GROUP BY complaint_id))
SETTINGS use_skip_indexes = 0
-- {"p0":"b1","p1":[202602,202603],"p2":"b1","p3":[202602,202603],"p4":"b1"}
