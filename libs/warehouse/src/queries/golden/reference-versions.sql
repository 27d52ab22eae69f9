-- of one table
SELECT table_name AS table, version, at, by, mode, name, rows, added, changed, removed
FROM reference_version FINAL
WHERE table_name = {p0:String}
ORDER BY table_name, version DESC
-- {"p0":"line"}

-- the newest of each
SELECT table_name AS table, version, at, by, mode, name, rows, added, changed, removed
FROM reference_version FINAL
ORDER BY table_name, version DESC LIMIT 1 BY table_name
-- {}
