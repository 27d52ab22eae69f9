-- any
SELECT before + 1 AS from, day AS until
FROM (
  SELECT day, lagInFrame(day, 1, day) OVER (ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS before
  FROM (SELECT DISTINCT day FROM (SELECT day, complaints
    FROM cube_daily_total
      WHERE 1)))
WHERE dateDiff('day', before, day) > {p0:UInt32}
ORDER BY from
-- {"p0":1}
