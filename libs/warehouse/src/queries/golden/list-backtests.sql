-- any
SELECT body AS backtest
FROM backtest FINAL
ORDER BY at DESC, backtest_id
LIMIT {p0:UInt32}
-- {"p0":50}

-- one
SELECT body AS backtest
FROM backtest FINAL
WHERE backtest_id = {p0:String}
ORDER BY at DESC, backtest_id
LIMIT {p1:UInt32}
-- {"p0":"t1","p1":1}
