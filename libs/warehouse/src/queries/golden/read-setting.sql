-- any
SELECT name, value
FROM setting FINAL
WHERE name = {p0:String}
-- {"p0":"time_zone"}
