-- any
SELECT made.table_name AS table, r.key AS key, made.version AS version, r.removed AS removed, r.cells AS cells,
       made.at AS at
FROM (SELECT table_name, key, version, removed, cells FROM reference_row FINAL) AS r
INNER JOIN (
  SELECT table_name, version, at
  FROM reference_version FINAL
  WHERE table_name IN {p0:Array(String)}) AS made USING (table_name, version)
ORDER BY table, version, key
-- {"p0":["line","organisation"]}
