-- by a key
SELECT complaint_id AS id, arraySort(groupUniqArray(toStartOfMonth(toDate(received_at)))) AS months
FROM (
  SELECT complaint_id, received_at, complainant_key, phone_key FROM complaint_version
  UNION ALL
  SELECT complaint_id, received_at, complainant_key, phone_key FROM withdrawn_version)
WHERE complaint_id IN (
    SELECT complaint_id FROM (
      SELECT complaint_id, received_at, complainant_key, phone_key FROM complaint_version
      UNION ALL
      SELECT complaint_id, received_at, complainant_key, phone_key FROM withdrawn_version)
    WHERE complainant_key = {p0:String} OR phone_key = {p1:String})
GROUP BY id
ORDER BY id
-- {"p0":"0f","p1":"0f"}

-- by its number
SELECT complaint_id AS id, arraySort(groupUniqArray(toStartOfMonth(toDate(received_at)))) AS months
FROM (
  SELECT complaint_id, received_at, complainant_key, phone_key FROM complaint_version
  UNION ALL
  SELECT complaint_id, received_at, complainant_key, phone_key FROM withdrawn_version)
WHERE complaint_id = {p0:String}
GROUP BY id
ORDER BY id
-- {"p0":"C-1"}
