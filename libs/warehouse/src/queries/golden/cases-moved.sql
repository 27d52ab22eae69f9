-- any
SELECT DISTINCT complaint_id AS id FROM complaint WHERE due_by = 'events' ORDER BY id
-- {}
