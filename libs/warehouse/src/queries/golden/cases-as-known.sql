-- of live batches
SELECT complaint_id AS id, toDate(received_at) AS receivedOn, toDate(closed_at) AS closedOn,
       status = 'withdrawn' AS isWithdrawn, due_on AS versionDue, due_by AS versionBy
FROM (
  SELECT *
  FROM (
    SELECT *
    FROM (
      SELECT complaint_id, version, batch_id, row_number, due_by, received_at, kind, is_repeat, is_escalated, group_size, source, intake_channel, region, report_region, org_handling, organisation, line, product, sales_channel, outlet, agent, sale_day, link, reason, complainant_key, phone_key, complainant_kind, special_groups, department, status, due_on, answered_at, closed_at, outcome, settlement, compensation, satisfaction
      FROM complaint_version
      WHERE batch_id IN (SELECT batch_id FROM settlement)
      UNION ALL
      SELECT complaint_id, version, batch_id, row_number, due_by, received_at, kind, is_repeat, is_escalated, group_size, source, intake_channel, region, report_region, org_handling, organisation, line, product, sales_channel, outlet, agent, sale_day, link, reason, complainant_key, phone_key, complainant_kind, special_groups, department, status, due_on, answered_at, closed_at, outcome, settlement, compensation, satisfaction
      FROM withdrawn_version
      WHERE toUInt32(ceil(toUnixTimestamp64Milli(withdrawn_at) / 1000 / {p0:UInt32}) * {p1:UInt32}) > {p2:UInt32})
    WHERE batch_id IN (SELECT batch_id FROM (SELECT batch_id, feed, toUInt32(ceil(toUnixTimestamp64Milli(assumeNotNull(finished_at)) / 1000 / {p3:UInt32}) * {p4:UInt32}) AS finished
      FROM import_batch FINAL
      WHERE state IN ('done', 'withdrawn') AND dry_run = 0 AND finished_at IS NOT NULL) WHERE finished <= {p5:UInt32})) AS known
  WHERE complaint_id IN (
    SELECT complaint_id
    FROM (
      SELECT *
      FROM (
        SELECT complaint_id, version, batch_id, row_number, due_by, received_at, kind, is_repeat, is_escalated, group_size, source, intake_channel, region, report_region, org_handling, organisation, line, product, sales_channel, outlet, agent, sale_day, link, reason, complainant_key, phone_key, complainant_kind, special_groups, department, status, due_on, answered_at, closed_at, outcome, settlement, compensation, satisfaction
        FROM complaint_version
        WHERE batch_id IN (SELECT batch_id FROM settlement)
        UNION ALL
        SELECT complaint_id, version, batch_id, row_number, due_by, received_at, kind, is_repeat, is_escalated, group_size, source, intake_channel, region, report_region, org_handling, organisation, line, product, sales_channel, outlet, agent, sale_day, link, reason, complainant_key, phone_key, complainant_kind, special_groups, department, status, due_on, answered_at, closed_at, outcome, settlement, compensation, satisfaction
        FROM withdrawn_version
        WHERE toUInt32(ceil(toUnixTimestamp64Milli(withdrawn_at) / 1000 / {p6:UInt32}) * {p7:UInt32}) > {p8:UInt32})
      WHERE batch_id IN (SELECT batch_id FROM (SELECT batch_id, feed, toUInt32(ceil(toUnixTimestamp64Milli(assumeNotNull(finished_at)) / 1000 / {p9:UInt32}) * {p10:UInt32}) AS finished
        FROM import_batch FINAL
        WHERE state IN ('done', 'withdrawn') AND dry_run = 0 AND finished_at IS NOT NULL) WHERE finished <= {p11:UInt32})) AS some
    WHERE complaint_id IN {p12:Array(String)} AND kind = 'complaint')
  ORDER BY version DESC
  LIMIT 1 BY complaint_id)
WHERE complaint_id IN {p13:Array(String)} AND kind = 'complaint'
ORDER BY id
-- {"p0":1,"p1":1,"p2":1772500000,"p3":1,"p4":1,"p5":1772500000,"p6":1,"p7":1,"p8":1772500000,"p9":1,"p10":1,"p11":1772500000,"p12":["C-1"],"p13":["C-1"]}

-- with due days as they were counted then
SELECT complaint_id AS id, toDate(received_at) AS receivedOn, toDate(closed_at) AS closedOn,
       status = 'withdrawn' AS isWithdrawn, due_on AS versionDue, due_by AS versionBy
FROM (
  SELECT *
  FROM (
    SELECT * REPLACE (multiIf(
      has({p0:Array(String)}, complaint_id), nullIf(transform(complaint_id, {p1:Array(String)}, {p2:Array(Date)}, toDate(0)), toDate(0)), due_by = 'rules',
      nullIf(transform(toDate(received_at), {p3:Array(Date)}, {p4:Array(Date)}, ifNull(due_on, toDate(0))), toDate(0)),
      due_on) AS due_on)
    FROM (
      SELECT *
      FROM (
        SELECT complaint_id, version, batch_id, row_number, due_by, received_at, kind, is_repeat, is_escalated, group_size, source, intake_channel, region, report_region, org_handling, organisation, line, product, sales_channel, outlet, agent, sale_day, link, reason, complainant_key, phone_key, complainant_kind, special_groups, department, status, due_on, answered_at, closed_at, outcome, settlement, compensation, satisfaction
        FROM complaint_version
        WHERE batch_id IN (SELECT batch_id FROM settlement)
        UNION ALL
        SELECT complaint_id, version, batch_id, row_number, due_by, received_at, kind, is_repeat, is_escalated, group_size, source, intake_channel, region, report_region, org_handling, organisation, line, product, sales_channel, outlet, agent, sale_day, link, reason, complainant_key, phone_key, complainant_kind, special_groups, department, status, due_on, answered_at, closed_at, outcome, settlement, compensation, satisfaction
        FROM withdrawn_version
        WHERE toUInt32(ceil(toUnixTimestamp64Milli(withdrawn_at) / 1000 / {p5:UInt32}) * {p6:UInt32}) > {p7:UInt32})
      WHERE if(batch_id IN {p8:Array(String)},
        toUnixTimestamp(toStartOfDay(received_at) + INTERVAL 1 DAY) <= {p9:UInt32}, batch_id IN (SELECT batch_id FROM (SELECT batch_id, feed, toUInt32(ceil(toUnixTimestamp64Milli(assumeNotNull(finished_at)) / 1000 / {p10:UInt32}) * {p11:UInt32}) AS finished
          FROM import_batch FINAL
          WHERE state IN ('done', 'withdrawn') AND dry_run = 0 AND finished_at IS NOT NULL) WHERE finished <= {p12:UInt32})))) AS known
  WHERE complaint_id IN (
    SELECT complaint_id
    FROM (
      SELECT * REPLACE (multiIf(
        has({p13:Array(String)}, complaint_id), nullIf(transform(complaint_id, {p14:Array(String)}, {p15:Array(Date)}, toDate(0)), toDate(0)), due_by = 'rules',
        nullIf(transform(toDate(received_at), {p16:Array(Date)}, {p17:Array(Date)}, ifNull(due_on, toDate(0))), toDate(0)),
        due_on) AS due_on)
      FROM (
        SELECT *
        FROM (
          SELECT complaint_id, version, batch_id, row_number, due_by, received_at, kind, is_repeat, is_escalated, group_size, source, intake_channel, region, report_region, org_handling, organisation, line, product, sales_channel, outlet, agent, sale_day, link, reason, complainant_key, phone_key, complainant_kind, special_groups, department, status, due_on, answered_at, closed_at, outcome, settlement, compensation, satisfaction
          FROM complaint_version
          WHERE batch_id IN (SELECT batch_id FROM settlement)
          UNION ALL
          SELECT complaint_id, version, batch_id, row_number, due_by, received_at, kind, is_repeat, is_escalated, group_size, source, intake_channel, region, report_region, org_handling, organisation, line, product, sales_channel, outlet, agent, sale_day, link, reason, complainant_key, phone_key, complainant_kind, special_groups, department, status, due_on, answered_at, closed_at, outcome, settlement, compensation, satisfaction
          FROM withdrawn_version
          WHERE toUInt32(ceil(toUnixTimestamp64Milli(withdrawn_at) / 1000 / {p18:UInt32}) * {p19:UInt32}) > {p20:UInt32})
        WHERE if(batch_id IN {p21:Array(String)},
          toUnixTimestamp(toStartOfDay(received_at) + INTERVAL 1 DAY) <= {p22:UInt32}, batch_id IN (SELECT batch_id FROM (SELECT batch_id, feed, toUInt32(ceil(toUnixTimestamp64Milli(assumeNotNull(finished_at)) / 1000 / {p23:UInt32}) * {p24:UInt32}) AS finished
            FROM import_batch FINAL
            WHERE state IN ('done', 'withdrawn') AND dry_run = 0 AND finished_at IS NOT NULL) WHERE finished <= {p25:UInt32})))) AS some
    WHERE complaint_id IN {p26:Array(String)} AND kind = 'complaint')
  ORDER BY version DESC
  LIMIT 1 BY complaint_id)
WHERE complaint_id IN {p27:Array(String)} AND kind = 'complaint'
ORDER BY id
-- {"p0":["C-1"],"p1":["C-1"],"p2":["1970-01-01"],"p3":["2026-03-02"],"p4":["2026-03-17"],"p5":3600,"p6":3600,"p7":1772500000,"p8":["b1"],"p9":1772500000,"p10":3600,"p11":3600,"p12":1772500000,"p13":["C-1"],"p14":["C-1"],"p15":["1970-01-01"],"p16":["2026-03-02"],"p17":["2026-03-17"],"p18":3600,"p19":3600,"p20":1772500000,"p21":["b1"],"p22":1772500000,"p23":3600,"p24":3600,"p25":1772500000,"p26":["C-1"],"p27":["C-1"]}
