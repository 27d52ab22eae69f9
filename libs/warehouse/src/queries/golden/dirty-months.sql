-- any
SELECT month, max(t.mark) AS mark
FROM touched_month AS t
LEFT JOIN (SELECT month, max(mark) AS done FROM rolled_month GROUP BY month) AS rolled USING (month)
GROUP BY month
HAVING mark > ifNull(any(done), 0)
ORDER BY month
-- {}
