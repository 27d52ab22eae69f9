-- any
SELECT batch_id AS batchId, feed, finished AS knownFrom, ifNull(n, 0) AS rows,
       if(rows = 0, {p0:UInt32}, assumeNotNull(until)) AS knownUntil,
       if(rows = 0, 0, toUInt32(greatest(0, newest - oldest))) AS spanDays,
       if(rows = 0, 0, toUInt32(greatest(0, toInt32(toDate(toDateTime(finished))) - newest))) AS lagDays,
       multiIf(rows = 0, NULL, until < {p1:UInt32}, toNullable(first), empty(months), NULL,
               toNullable(months[1])) AS firstMonth
FROM (SELECT batch_id, feed, toUInt32(ceil(toUnixTimestamp64Milli(assumeNotNull(finished_at)) / 1000 / {p2:UInt32}) * {p3:UInt32}) AS finished
  FROM import_batch FINAL
  WHERE state IN ('done', 'withdrawn') AND dry_run = 0 AND finished_at IS NOT NULL) AS seen
LEFT JOIN (
  SELECT batch_id, count() AS n, max(known_until) AS until, min(toStartOfMonth(toDate(received_at))) AS first,
         quantileExact(0.1)(toInt32(toDate(received_at))) AS oldest,
         quantileExact(0.9)(toInt32(toDate(received_at))) AS newest
  FROM (
    SELECT complaint_id, version, batch_id, row_number, due_by, received_at, kind, is_repeat, is_escalated, group_size, source, intake_channel, region, report_region, org_handling, organisation, line, product, sales_channel, outlet, agent, sale_day, link, reason, complainant_key, phone_key, complainant_kind, special_groups, department, status, due_on, answered_at, closed_at, outcome, settlement, compensation, satisfaction, known_until,
           if(batch_id IN {p4:Array(String)},
              toUInt32(toUnixTimestamp(toStartOfDay(received_at) + INTERVAL 1 DAY)), finished) AS known_from
    FROM (
      SELECT complaint_id, version, batch_id, row_number, due_by, received_at, kind, is_repeat, is_escalated, group_size, source, intake_channel, region, report_region, org_handling, organisation, line, product, sales_channel, outlet, agent, sale_day, link, reason, complainant_key, phone_key, complainant_kind, special_groups, department, status, due_on, answered_at, closed_at, outcome, settlement, compensation, satisfaction, toUInt32({p5:UInt32}) AS known_until
      FROM complaint_version
      WHERE batch_id IN (SELECT batch_id FROM settlement)
      UNION ALL
      SELECT complaint_id, version, batch_id, row_number, due_by, received_at, kind, is_repeat, is_escalated, group_size, source, intake_channel, region, report_region, org_handling, organisation, line, product, sales_channel, outlet, agent, sale_day, link, reason, complainant_key, phone_key, complainant_kind, special_groups, department, status, due_on, answered_at, closed_at, outcome, settlement, compensation, satisfaction, toUInt32(ceil(toUnixTimestamp64Milli(withdrawn_at) / 1000 / {p6:UInt32}) * {p7:UInt32}) AS known_until
      FROM withdrawn_version) AS known
    INNER JOIN (SELECT batch_id, feed, toUInt32(ceil(toUnixTimestamp64Milli(assumeNotNull(finished_at)) / 1000 / {p8:UInt32}) * {p9:UInt32}) AS finished
      FROM import_batch FINAL
      WHERE state IN ('done', 'withdrawn') AND dry_run = 0 AND finished_at IS NOT NULL) AS batch USING (batch_id))
  GROUP BY batch_id) AS shape USING (batch_id)
LEFT JOIN (SELECT batch_id, months FROM settlement FINAL WHERE added + updated > 0) AS settled USING (batch_id)
ORDER BY knownFrom, batchId
-- {"p0":4294967295,"p1":4294967295,"p2":1,"p3":1,"p4":[],"p5":4294967295,"p6":1,"p7":1,"p8":1,"p9":1}
