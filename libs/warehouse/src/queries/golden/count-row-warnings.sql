-- any
SELECT code, field, uniqExact(row_number) AS rows, if(uniq(expected) = 1, any(expected), '…') AS expected
FROM row_warning
WHERE batch_id = {p0:String}
GROUP BY GROUPING SETS ((code, field), ())
ORDER BY code = '', rows DESC, code, field
-- {"p0":"b1"}
