-- any
SELECT body AS feed, at
FROM data_feed FINAL
ORDER BY feed_id, version
-- {}
