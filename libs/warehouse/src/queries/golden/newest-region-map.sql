-- any
SELECT version, approval, geojson, removed, at, by
FROM region_map FINAL
ORDER BY version DESC
LIMIT 1
-- {}
