-- any
SELECT uniqExact(key) AS complaints
FROM erased
WHERE action_id = {p0:String} AND is_complaint = 1
-- {"p0":"a1"}
