-- any
SELECT DISTINCT key FROM erased ORDER BY key
-- {}
