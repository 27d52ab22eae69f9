-- any
SELECT concat(toString((SELECT max(mark) FROM touched_month)), '-', toString(max(version)), '-', toString(count())) AS state
FROM reference_version FINAL
WHERE table_name IN ('case_event', 'deadline_rule', 'calendar')
-- {}
