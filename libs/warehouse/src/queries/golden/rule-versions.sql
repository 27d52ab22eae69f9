-- any
SELECT body AS rule, at, by
FROM rule FINAL
WHERE rule_id = {p0:String}
ORDER BY version DESC
-- {"p0":"r1"}
