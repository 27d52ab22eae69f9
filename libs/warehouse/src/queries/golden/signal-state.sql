-- any
SELECT maxOrNull(evaluated_at) AS newest, count() AS rows,
       minOrNullIf(bucket, evaluated_at >= fromUnixTimestamp64Milli({p0:Int64})) AS changedFrom
FROM signal
-- {"p0":1773446400000}
