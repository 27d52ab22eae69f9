-- any
SELECT feed, object, etag, last_modified AS lastModified, bytes, import_id AS importId, at
FROM pulled_object FINAL
WHERE feed = {p0:String}
ORDER BY object, at DESC
LIMIT 1 BY object
-- {"p0":"head-office"}
