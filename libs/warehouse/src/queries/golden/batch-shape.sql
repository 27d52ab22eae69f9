-- any
SELECT {p0:String} AS batchId,
       count() AS rows,
       groupUniqArray(toYYYYMM(arrived_at)) AS arrivalMonths,
       if(rows > {p1:UInt32}, [], arraySort(groupUniqArray(1000)(complaint_id))) AS ids
FROM complaint_version
WHERE batch_id = {p2:String}
-- {"p0":"b1","p1":1000,"p2":"b1"}
