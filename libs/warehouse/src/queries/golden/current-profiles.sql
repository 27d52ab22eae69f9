-- any
SELECT body AS profile, version, at, by
FROM profile FINAL
ORDER BY name, version DESC
LIMIT 1 BY name
-- {}
