-- any
SELECT dictionary, code, JSONExtractString(kept, 'zh') AS zh, JSONExtractString(kept, 'en') AS en,
       JSONExtractString(kept, 'parent') AS parent
FROM (
  SELECT table_name AS dictionary, key, argMax(cells, version) AS kept, JSONExtractString(kept, 'code') AS code
  FROM reference_row
  WHERE table_name IN {p0:Array(String)}
    AND (table_name, version) IN (SELECT table_name, version FROM reference_version)
  GROUP BY table_name, key
  HAVING argMax(removed, version) = 0)
ORDER BY dictionary, code, key DESC
LIMIT 1 BY dictionary, code
-- {"p0":["source","region","organisation","line","product","sales_channel","intake_channel","link","reason","city","org_handling","department","complainant_kind","special_group","status","outcome","settlement","sale_month"]}
