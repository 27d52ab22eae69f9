-- any
SELECT name, version, role, organisations, password_hash AS passwordHash, email, disabled, at, by
FROM account FINAL
WHERE name = {p0:String}
ORDER BY version DESC
LIMIT 1
-- {"p0":"li"}
