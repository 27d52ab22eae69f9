-- any
SELECT name, version, role, organisations, password_hash AS passwordHash, email, disabled, at, by
FROM account FINAL
ORDER BY name, version DESC
LIMIT 1 BY name
-- {}
