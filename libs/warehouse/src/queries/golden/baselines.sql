-- any
SELECT series_key AS seriesKey, week, learned_from AS learnedFrom, rates, errors, phi, left_out AS leftOut
FROM baseline FINAL
WHERE rule_id = {p0:String} AND week >= {p1:Date}
ORDER BY seriesKey, week, fitted_at
-- {"p0":"r1","p1":"2026-03-02"}
