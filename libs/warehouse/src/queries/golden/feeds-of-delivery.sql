-- any
SELECT feed_id AS feed
FROM (SELECT feed_id, argMax(body, version) AS newest FROM data_feed GROUP BY feed_id)
WHERE JSONExtractString(newest, 'kind') = {p0:String} AND JSONExtractString(newest, 'profile') = {p1:String}
  AND JSONExtractBool(newest, 'enabled')
  AND (JSONExtractString(newest, 'kind') != 'api' OR concat('key:', JSONExtractString(newest, 'apiKey')) = {p2:String})
ORDER BY feed
LIMIT 2
-- {"p0":"api","p1":"canonical","p2":"key:nightly"}
