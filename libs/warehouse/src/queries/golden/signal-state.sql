-- any
SELECT maxOrNull(evaluated_at) AS newest, count() AS rows FROM signal
-- {}
