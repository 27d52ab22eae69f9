-- newest
SELECT key, cells, version, at, by, count() OVER () AS total
FROM (SELECT *, JSONExtractString(cells, 'organisation') AS organisation FROM (SELECT key, argMax(r.cells, r.version) AS cells, max(r.version) AS version, argMax(r.at, r.version) AS at,
         argMax(r.by, r.version) AS by
  FROM reference_row AS r
  WHERE table_name = {p0:String} AND r.version IN (SELECT version
    FROM reference_version
    WHERE table_name = {p1:String})
  GROUP BY key
  HAVING argMax(r.removed, r.version) = 0))
WHERE 1
ORDER BY key
-- {"p0":"line","p1":"line"}

-- a page of an earlier version
SELECT key, cells, version, at, by, count() OVER () AS total
FROM (SELECT *, JSONExtractString(cells, 'organisation') AS organisation FROM (SELECT key, argMax(r.cells, r.version) AS cells, max(r.version) AS version, argMax(r.at, r.version) AS at,
         argMax(r.by, r.version) AS by
  FROM reference_row AS r
  WHERE table_name = {p0:String} AND r.version IN (SELECT version
    FROM reference_version
    WHERE table_name = {p1:String} AND version <= {p2:UInt64})
  GROUP BY key
  HAVING argMax(r.removed, r.version) = 0))
WHERE positionCaseInsensitiveUTF8(cells, {p3:String}) > 0
ORDER BY key LIMIT {p4:UInt32} OFFSET {p5:UInt32}
-- {"p0":"line","p1":"line","p2":2,"p3":"险","p4":50,"p5":100}

-- as of a day, of some organisations
SELECT key, cells, version, at, by, count() OVER () AS total
FROM (SELECT *, JSONExtractString(cells, 'organisation') AS organisation FROM (SELECT key, argMax(r.cells, r.version) AS cells, max(r.version) AS version, argMax(r.at, r.version) AS at,
         argMax(r.by, r.version) AS by
  FROM reference_row AS r
  WHERE table_name = {p0:String} AND r.version IN (SELECT version
    FROM reference_version
    WHERE table_name = {p1:String} AND toDate(at) <= {p2:Date})
  GROUP BY key
  HAVING argMax(r.removed, r.version) = 0))
WHERE 1 AND (organisation IN {p3:Array(String)} OR arrayExists(branch -> startsWith(organisation, branch), {p4:Array(String)}))
ORDER BY key
-- {"p0":"exposure","p1":"exposure","p2":"2026-03-15","p3":["hq.east"],"p4":["hq.east."]}
