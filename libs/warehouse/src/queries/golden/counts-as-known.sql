-- a split of two
SELECT codes, arrayMap(c -> c.1, found) AS moments, arrayMap(c -> c.2, found) AS days, arrayMap(c -> c.3, found) AS changes
FROM (
  SELECT codes, arraySort(groupArray((moment, day, n))) AS found
  FROM (
    SELECT change.1 AS codes, change.2 AS day, change.3 AS moment, toInt32(sum(change.4)) AS n
    FROM (
      SELECT arraySort(groupArray((known_version, known_from, known_until, codes, day, n))) AS known,
             arraySort(arrayDistinct(arrayConcat(
               arrayMap(v -> v.2, known),
               arrayFilter(t -> t < {p0:UInt32}, arrayMap(v -> v.3, known))))) AS moments,
             arrayMap(t -> arrayLast(v -> v.2 <= t AND v.3 > t, known), moments) AS standing,
             arrayJoin(arrayFilter(c -> c.4 != 0, arrayConcat(
               arrayMap((t, v) -> (v.4, v.5, t, v.6), moments, standing),
               arrayMap((t, v) -> (v.4, v.5, t, -v.6), arrayPopFront(moments), arrayPopBack(standing))))) AS change
      FROM (
        SELECT complaint_id, version AS known_version, known_from, known_until,
               if((line IN {p1:Array(String)} OR arrayExists(branch -> startsWith(line, branch), {p2:Array(String)})) AND source = 'regulator', toInt32(toUInt64(kind = 'complaint')), 0) AS n,
               if(n = 0, CAST([], 'Array(String)'), CAST([toString(substringIndex(organisation, '.', {p3:UInt8})), toString(report_region)], 'Array(String)')) AS codes,
               if(n = 0, 0, toUInt32(toUInt16(toDate(received_at)))) AS day
        FROM (
            SELECT * REPLACE (transform(toString(organisation), {p4:Array(String)}, {p5:Array(String)}, toString(organisation)) AS organisation, multiIf(toDate(received_at) < {p6:Date}, transform(toString(line), {p7:Array(String)}, {p8:Array(String)}, toString(line)), toString(line)) AS line)
            FROM (
              SELECT *
              FROM (
                SELECT complaint_id, version, batch_id, row_number, due_by, received_at, kind, is_repeat, is_escalated, group_size, source, intake_channel, region, report_region, org_handling, organisation, line, product, sales_channel, outlet, agent, sale_day, link, reason, complainant_key, phone_key, complainant_kind, special_groups, department, status, due_on, answered_at, closed_at, outcome, settlement, compensation, satisfaction, known_until,
                       if(batch_id IN {p9:Array(String)},
                          toUInt32(toUnixTimestamp(toStartOfDay(received_at) + INTERVAL 1 DAY)), finished) AS known_from
                FROM (
                  SELECT complaint_id, version, batch_id, row_number, due_by, received_at, kind, is_repeat, is_escalated, group_size, source, intake_channel, region, report_region, org_handling, organisation, line, product, sales_channel, outlet, agent, sale_day, link, reason, complainant_key, phone_key, complainant_kind, special_groups, department, status, due_on, answered_at, closed_at, outcome, settlement, compensation, satisfaction, toUInt32({p10:UInt32}) AS known_until
                  FROM complaint_version
                  WHERE batch_id IN (SELECT batch_id FROM settlement)
                  UNION ALL
                  SELECT complaint_id, version, batch_id, row_number, due_by, received_at, kind, is_repeat, is_escalated, group_size, source, intake_channel, region, report_region, org_handling, organisation, line, product, sales_channel, outlet, agent, sale_day, link, reason, complainant_key, phone_key, complainant_kind, special_groups, department, status, due_on, answered_at, closed_at, outcome, settlement, compensation, satisfaction, toUInt32(ceil(toUnixTimestamp64Milli(withdrawn_at) / 1000 / {p11:UInt32}) * {p12:UInt32}) AS known_until
                  FROM withdrawn_version) AS known
                INNER JOIN (SELECT batch_id, feed, toUInt32(ceil(toUnixTimestamp64Milli(assumeNotNull(finished_at)) / 1000 / {p13:UInt32}) * {p14:UInt32}) AS finished
                  FROM import_batch FINAL
                  WHERE state IN ('done', 'withdrawn') AND dry_run = 0 AND finished_at IS NOT NULL) AS batch USING (batch_id))
              WHERE 1))
          WHERE 1)
      GROUP BY complaint_id)
    GROUP BY codes, day, moment
    HAVING n != 0)
  GROUP BY codes)
ORDER BY codes
-- {"p0":4294967295,"p1":["life"],"p2":["life."],"p3":2,"p4":["hq.a"],"p5":["hq.b"],"p6":"2026-02-01","p7":["old"],"p8":["new"],"p9":["b1"],"p10":4294967295,"p11":1,"p12":1,"p13":1,"p14":1}

-- whatever came in, by the hour
SELECT codes, arrayMap(c -> c.1, found) AS moments, arrayMap(c -> c.2, found) AS days, arrayMap(c -> c.3, found) AS changes
FROM (
  SELECT codes, arraySort(groupArray((moment, day, n))) AS found
  FROM (
    SELECT change.1 AS codes, change.2 AS day, change.3 AS moment, toInt32(sum(change.4)) AS n
    FROM (
      SELECT arraySort(groupArray((known_version, known_from, known_until, codes, day, n))) AS known,
             arraySort(arrayDistinct(arrayConcat(
               arrayMap(v -> v.2, known),
               arrayFilter(t -> t < {p0:UInt32}, arrayMap(v -> v.3, known))))) AS moments,
             arrayMap(t -> arrayLast(v -> v.2 <= t AND v.3 > t, known), moments) AS standing,
             arrayJoin(arrayFilter(c -> c.4 != 0, arrayConcat(
               arrayMap((t, v) -> (v.4, v.5, t, v.6), moments, standing),
               arrayMap((t, v) -> (v.4, v.5, t, -v.6), arrayPopFront(moments), arrayPopBack(standing))))) AS change
      FROM (
        SELECT complaint_id, version AS known_version, known_from, known_until,
               if(1, toInt32(1), 0) AS n,
               if(n = 0, CAST([], 'Array(String)'), CAST([], 'Array(String)')) AS codes,
               if(n = 0, 0, toUInt32(toUInt16(toDate(received_at)))) AS day
        FROM (
          SELECT complaint_id, version, batch_id, row_number, due_by, received_at, kind, is_repeat, is_escalated, group_size, source, intake_channel, region, report_region, org_handling, organisation, line, product, sales_channel, outlet, agent, sale_day, link, reason, complainant_key, phone_key, complainant_kind, special_groups, department, status, due_on, answered_at, closed_at, outcome, settlement, compensation, satisfaction, known_until,
                 if(batch_id IN {p1:Array(String)},
                    toUInt32(toUnixTimestamp(toStartOfDay(received_at) + INTERVAL 1 DAY)), finished) AS known_from
          FROM (
            SELECT complaint_id, version, batch_id, row_number, due_by, received_at, kind, is_repeat, is_escalated, group_size, source, intake_channel, region, report_region, org_handling, organisation, line, product, sales_channel, outlet, agent, sale_day, link, reason, complainant_key, phone_key, complainant_kind, special_groups, department, status, due_on, answered_at, closed_at, outcome, settlement, compensation, satisfaction, toUInt32({p2:UInt32}) AS known_until
            FROM complaint_version
            WHERE batch_id IN (SELECT batch_id FROM settlement)
            UNION ALL
            SELECT complaint_id, version, batch_id, row_number, due_by, received_at, kind, is_repeat, is_escalated, group_size, source, intake_channel, region, report_region, org_handling, organisation, line, product, sales_channel, outlet, agent, sale_day, link, reason, complainant_key, phone_key, complainant_kind, special_groups, department, status, due_on, answered_at, closed_at, outcome, settlement, compensation, satisfaction, toUInt32(ceil(toUnixTimestamp64Milli(withdrawn_at) / 1000 / {p3:UInt32}) * {p4:UInt32}) AS known_until
            FROM withdrawn_version) AS known
          INNER JOIN (SELECT batch_id, feed, toUInt32(ceil(toUnixTimestamp64Milli(assumeNotNull(finished_at)) / 1000 / {p5:UInt32}) * {p6:UInt32}) AS finished
            FROM import_batch FINAL
            WHERE state IN ('done', 'withdrawn') AND dry_run = 0 AND finished_at IS NOT NULL) AS batch USING (batch_id))
            WHERE 1)
      GROUP BY complaint_id)
    GROUP BY codes, day, moment
    HAVING n != 0)
  GROUP BY codes)
ORDER BY codes
-- {"p0":4294967295,"p1":[],"p2":4294967295,"p3":3600,"p4":3600,"p5":3600,"p6":3600}
