-- any
SELECT key, uniqExact(cells) AS versions
FROM reference_row
WHERE table_name = {p0:String} AND removed = 0 AND version IN (SELECT version
  FROM reference_version
  WHERE table_name = {p1:String})
GROUP BY key
HAVING versions > 1
ORDER BY key
-- {"p0":"median","p1":"median"}
