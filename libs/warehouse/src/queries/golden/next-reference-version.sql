-- any
SELECT max(version) + 1 AS next FROM reference_row WHERE table_name = {p0:String}
-- {"p0":"line"}
