-- any
SELECT version, incidents, at
FROM known_incident FINAL
ORDER BY version
-- {}
