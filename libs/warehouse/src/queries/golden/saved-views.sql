-- any
SELECT view_id AS id, version, owner, body AS view, at AS savedAt
FROM (
  SELECT *
  FROM saved_view FINAL
  ORDER BY view_id, version DESC
  LIMIT 1 BY view_id)
WHERE removed = 0 AND (visibility = 'shared' OR owner = {p0:String})
ORDER BY savedAt, id
-- {"p0":"li"}
