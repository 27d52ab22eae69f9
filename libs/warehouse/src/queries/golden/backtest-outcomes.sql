-- with lists
SELECT backtest_id AS backtestId, place, summary, list
FROM backtest_outcome FINAL
WHERE backtest_id IN {p0:Array(String)}
ORDER BY backtestId, place
-- {"p0":["t1"]}

-- without
SELECT backtest_id AS backtestId, place, summary, '[]' AS list
FROM backtest_outcome FINAL
WHERE backtest_id IN {p0:Array(String)}
ORDER BY backtestId, place
-- {"p0":["t1","t2"]}
