-- any
SELECT body AS profile, version, at, by
FROM profile FINAL
WHERE name = {p0:String} AND version = {p1:UInt32}
-- {"p0":"branch","p1":2}
