-- any
SELECT body AS feed, version, sealed
FROM data_feed FINAL
ORDER BY feed_id, version DESC
LIMIT 1 BY feed_id
-- {}
