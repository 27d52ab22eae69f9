-- any
SELECT body AS profile, version, at, by
FROM profile FINAL
WHERE name = {p0:String}
ORDER BY version DESC
-- {"p0":"branch"}
