-- any
SELECT id, at, actor, action, subject, detail
FROM audit_event FINAL
WHERE 1
ORDER BY at DESC, id
LIMIT {p0:UInt32}
-- {"p0":100}

-- before
SELECT id, at, actor, action, subject, detail
FROM audit_event FINAL
WHERE at < fromUnixTimestamp64Milli({p0:Int64})
ORDER BY at DESC, id
LIMIT {p1:UInt32}
-- {"p0":1773446400000,"p1":100}
