-- any
SELECT table_name AS table, max(JSONExtractString(kept, transform(table_name, {p0:Array(String)}, {p1:Array(String)}, ''))) AS reaches
FROM (
  SELECT table_name, key, argMax(cells, version) AS kept
  FROM reference_row
  WHERE table_name IN {p2:Array(String)} AND (table_name, version) IN (SELECT table_name, version FROM reference_version)
  GROUP BY table_name, key
  HAVING argMax(removed, version) = 0)
GROUP BY table
ORDER BY table
-- {"p0":["exposure"],"p1":["month"],"p2":["exposure"]}
