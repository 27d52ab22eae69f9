-- small
SELECT sum(n) AS rows,
       countIf(stored IS NULL) AS added,
       countIf(top > stored) AS updated,
       sum(n - versions) + countIf(again) AS duplicate,
       rows - added - updated - duplicate AS outdated,
       sumIf(arrayCount(d -> d != day, days), top > stored) AS moved,
       arraySort(groupUniqArrayArrayIf(
         arrayMap(d -> toStartOfMonth(d), arrayPushBack(days, day)), stored IS NULL OR top > stored)) AS months
FROM (SELECT complaint_id,
         max(v) AS top,
         argMax(day_of, v) AS day,
         sum(copies) AS n,
         count() AS versions,
         max(ifNull(v = kept, 0)) AS again,
         any(kept) AS stored,
         any(kept_days) AS days
  FROM (
    SELECT complaint_id, version AS v, any(toDate(received_at)) AS day_of, uniqExact(row_number) AS copies
    FROM complaint_version
    WHERE batch_id = {p0:String} AND toYYYYMM(arrived_at) IN {p1:Array(UInt32)} AND complaint_id IN {p2:Array(String)}
    GROUP BY complaint_id, version) AS batch
  LEFT JOIN (
    SELECT complaint_id, max(stored) AS kept, groupArray(day) AS kept_days
    FROM (SELECT complaint_id, day, max(v) AS stored, argMax(moment, v) AS at
      FROM (
        SELECT complaint_id, toDate(received_at) AS day, received_at AS moment, version AS v, is_deleted AS gone
        FROM complaint
        WHERE complaint_id IN {p3:Array(String)})
      GROUP BY complaint_id, day
      HAVING argMax(gone, v) = 0)
    GROUP BY complaint_id) AS state USING (complaint_id)
  GROUP BY complaint_id)
SETTINGS use_skip_indexes = 1
-- {"p0":"b1","p1":[202603],"p2":["C-1","C-2"],"p3":["C-1","C-2"]}

-- large
SELECT sum(n) AS rows,
       countIf(stored IS NULL) AS added,
       countIf(top > stored) AS updated,
       sum(n - versions) + countIf(again) AS duplicate,
       rows - added - updated - duplicate AS outdated,
       sumIf(arrayCount(d -> d != day, days), top > stored) AS moved,
       arraySort(groupUniqArrayArrayIf(
         arrayMap(d -> toStartOfMonth(d), arrayPushBack(days, day)), stored IS NULL OR top > stored)) AS months
FROM (SELECT complaint_id,
         max(v) AS top,
         argMax(day_of, v) AS day,
         sum(copies) AS n,
         count() AS versions,
         max(ifNull(v = kept, 0)) AS again,
         any(kept) AS stored,
         any(kept_days) AS days
  FROM (
    SELECT complaint_id, version AS v, any(toDate(received_at)) AS day_of, uniqExact(row_number) AS copies
    FROM complaint_version
    WHERE batch_id = {p0:String} AND toYYYYMM(arrived_at) IN {p1:Array(UInt32)}
    GROUP BY complaint_id, version) AS batch
  LEFT JOIN (
    SELECT complaint_id, max(stored) AS kept, groupArray(day) AS kept_days
    FROM (SELECT complaint_id, day, max(v) AS stored, argMax(moment, v) AS at
      FROM (
        SELECT complaint_id, toDate(received_at) AS day, received_at AS moment, version AS v, is_deleted AS gone
        FROM complaint
        WHERE complaint_id IN (SELECT complaint_id FROM complaint_version WHERE batch_id = {p2:String} AND toYYYYMM(arrived_at) IN {p3:Array(UInt32)}))
      GROUP BY complaint_id, day
      HAVING argMax(gone, v) = 0)
    GROUP BY complaint_id) AS state USING (complaint_id)
  GROUP BY complaint_id)
SETTINGS use_skip_indexes = 0
-- {"p0":"b1","p1":[202602,202603],"p2":"b1","p3":[202602,202603]}
