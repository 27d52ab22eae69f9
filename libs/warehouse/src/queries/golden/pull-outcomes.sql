-- any
SELECT feed, at, objects, trouble
FROM pull_outcome FINAL
ORDER BY feed
-- {}
