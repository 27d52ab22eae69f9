-- any
SELECT body AS rule, at, by
FROM rule FINAL
ORDER BY rule_id, version DESC
LIMIT 1 BY rule_id
-- {}
