-- any
SELECT month, max(mark) AS mark
FROM rolled_month
GROUP BY month
ORDER BY month
-- {}
