-- any
SELECT body AS feed, version, sealed, min(at) OVER (PARTITION BY feed_id) AS createdAt
FROM data_feed FINAL
ORDER BY feed_id, version DESC
LIMIT 1 BY feed_id
-- {}
