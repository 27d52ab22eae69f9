-- any
SELECT version, incidents
FROM known_incident
ORDER BY version DESC
LIMIT 1
-- {}
