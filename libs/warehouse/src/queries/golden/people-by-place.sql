-- cities
SELECT toString(city) AS place, toString(any(report_region)) AS region,
       sum(greatest(group_size, 1)) AS people, count() AS cases
FROM (
  SELECT *, multiIf(
    NOT match(region, '^[0-9]{6}$') OR endsWith(region, '0000'), '',
    substring(region, 1, 2) NOT IN {p0:Array(String)}
      AND substring(region, 3, 2) NOT IN {p1:Array(String)}
      AND concat(substring(region, 1, 4), '00') NOT IN {p2:Array(String)},
    concat(substring(region, 1, 4), '00'),
    endsWith(region, '00'), '', toString(region)) AS city
  FROM complaint FINAL
  WHERE kind = 'complaint' AND (toDate(received_at) >= {p3:Date} AND toDate(received_at) < {p4:Date}))
    WHERE (line IN {p5:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p6:Array(String)}))
GROUP BY place
HAVING people >= {p7:UInt32} AND place != ''
ORDER BY people DESC, place
-- {"p0":["11","12","31","50"],"p1":["00","90"],"p2":["210200","330200","350200","370200","440300"],"p3":"2026-03-01","p4":"2026-04-01","p5":["life"],"p6":["life."],"p7":30}

-- regions
SELECT toString(report_region) AS place, toString(any(report_region)) AS region,
       sum(greatest(group_size, 1)) AS people, count() AS cases
FROM complaint FINAL
  WHERE kind = 'complaint' AND (toDate(received_at) >= {p0:Date} AND toDate(received_at) < {p1:Date}) AND (line IN {p2:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p3:Array(String)}))
GROUP BY place
HAVING people >= {p4:UInt32} AND place != ''
ORDER BY people DESC, place
-- {"p0":"2026-03-01","p1":"2026-04-01","p2":["life"],"p3":["life."],"p4":30}
