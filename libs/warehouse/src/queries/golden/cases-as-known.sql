-- of live batches
SELECT complaint_id AS id, toDate(received_at) AS receivedOn, toDate(closed_at) AS closedOn,
       status = 'withdrawn' AS isWithdrawn, due_on AS versionDue, due_by AS versionBy
FROM (
  SELECT *
  FROM (
    SELECT complaint_id, version, batch_id, row_number, due_by, received_at, kind, is_repeat, is_escalated, group_size, source, intake_channel, region, report_region, org_handling, organisation, line, product, sales_channel, outlet, agent, sale_day, link, reason, complainant_key, phone_key, complainant_kind, special_groups, department, status, due_on, answered_at, closed_at, outcome, settlement, compensation, satisfaction
    FROM complaint_version
    WHERE batch_id IN (SELECT batch_id FROM settlement) AND batch_id IN (SELECT batch_id FROM (SELECT batch_id, feed, toUInt32(ceil(toUnixTimestamp64Milli(assumeNotNull(finished_at)) / 1000 / {p0:UInt32}) * {p1:UInt32}) AS finished
      FROM import_batch FINAL
      WHERE state IN ('done', 'withdrawn') AND dry_run = 0 AND finished_at IS NOT NULL) WHERE finished <= {p2:UInt32})
    UNION ALL
    SELECT complaint_id, version, batch_id, row_number, due_by, received_at, kind, is_repeat, is_escalated, group_size, source, intake_channel, region, report_region, org_handling, organisation, line, product, sales_channel, outlet, agent, sale_day, link, reason, complainant_key, phone_key, complainant_kind, special_groups, department, status, due_on, answered_at, closed_at, outcome, settlement, compensation, satisfaction
    FROM withdrawn_version
    WHERE toUInt32(ceil(toUnixTimestamp64Milli(withdrawn_at) / 1000 / {p3:UInt32}) * {p4:UInt32}) > {p5:UInt32} AND batch_id IN (SELECT batch_id FROM (SELECT batch_id, feed, toUInt32(ceil(toUnixTimestamp64Milli(assumeNotNull(finished_at)) / 1000 / {p6:UInt32}) * {p7:UInt32}) AS finished
      FROM import_batch FINAL
      WHERE state IN ('done', 'withdrawn') AND dry_run = 0 AND finished_at IS NOT NULL) WHERE finished <= {p8:UInt32})) AS known
  WHERE complaint_id IN (
    SELECT complaint_id
    FROM (
      SELECT complaint_id, version, batch_id, row_number, due_by, received_at, kind, is_repeat, is_escalated, group_size, source, intake_channel, region, report_region, org_handling, organisation, line, product, sales_channel, outlet, agent, sale_day, link, reason, complainant_key, phone_key, complainant_kind, special_groups, department, status, due_on, answered_at, closed_at, outcome, settlement, compensation, satisfaction
      FROM complaint_version
      WHERE batch_id IN (SELECT batch_id FROM settlement) AND batch_id IN (SELECT batch_id FROM (SELECT batch_id, feed, toUInt32(ceil(toUnixTimestamp64Milli(assumeNotNull(finished_at)) / 1000 / {p9:UInt32}) * {p10:UInt32}) AS finished
        FROM import_batch FINAL
        WHERE state IN ('done', 'withdrawn') AND dry_run = 0 AND finished_at IS NOT NULL) WHERE finished <= {p11:UInt32})
      UNION ALL
      SELECT complaint_id, version, batch_id, row_number, due_by, received_at, kind, is_repeat, is_escalated, group_size, source, intake_channel, region, report_region, org_handling, organisation, line, product, sales_channel, outlet, agent, sale_day, link, reason, complainant_key, phone_key, complainant_kind, special_groups, department, status, due_on, answered_at, closed_at, outcome, settlement, compensation, satisfaction
      FROM withdrawn_version
      WHERE toUInt32(ceil(toUnixTimestamp64Milli(withdrawn_at) / 1000 / {p12:UInt32}) * {p13:UInt32}) > {p14:UInt32} AND batch_id IN (SELECT batch_id FROM (SELECT batch_id, feed, toUInt32(ceil(toUnixTimestamp64Milli(assumeNotNull(finished_at)) / 1000 / {p15:UInt32}) * {p16:UInt32}) AS finished
        FROM import_batch FINAL
        WHERE state IN ('done', 'withdrawn') AND dry_run = 0 AND finished_at IS NOT NULL) WHERE finished <= {p17:UInt32})) AS some
    WHERE complaint_id IN {p18:Array(String)} AND kind = 'complaint')
  ORDER BY version DESC
  LIMIT 1 BY complaint_id)
WHERE complaint_id IN {p19:Array(String)} AND kind = 'complaint'
ORDER BY id
-- {"p0":1,"p1":1,"p2":1772500000,"p3":1,"p4":1,"p5":1772500000,"p6":1,"p7":1,"p8":1772500000,"p9":1,"p10":1,"p11":1772500000,"p12":1,"p13":1,"p14":1772500000,"p15":1,"p16":1,"p17":1772500000,"p18":["C-1"],"p19":["C-1"]}

-- with due days as they were counted then
SELECT complaint_id AS id, toDate(received_at) AS receivedOn, toDate(closed_at) AS closedOn,
       status = 'withdrawn' AS isWithdrawn, due_on AS versionDue, due_by AS versionBy
FROM (
  SELECT *
  FROM (
    SELECT * REPLACE (multiIf(
      has({p0:Array(String)}, complaint_id), nullIf({p1:Array(Date)}[indexOf({p2:Array(String)}, complaint_id)], toDate(0)), due_by = 'rules' AND has({p3:Array(Date)}, toDate(received_at)),
      nullIf({p4:Array(Date)}[indexOf({p5:Array(Date)}, toDate(received_at))], toDate(0)),
      due_on) AS due_on)
    FROM (
      SELECT complaint_id, version, batch_id, row_number, due_by, received_at, kind, is_repeat, is_escalated, group_size, source, intake_channel, region, report_region, org_handling, organisation, line, product, sales_channel, outlet, agent, sale_day, link, reason, complainant_key, phone_key, complainant_kind, special_groups, department, status, due_on, answered_at, closed_at, outcome, settlement, compensation, satisfaction
      FROM complaint_version
      WHERE batch_id IN (SELECT batch_id FROM settlement) AND if(batch_id IN {p6:Array(String)},
        toUnixTimestamp(toStartOfDay(received_at) + INTERVAL 1 DAY) <= {p7:UInt32}, batch_id IN (SELECT batch_id FROM (SELECT batch_id, feed, toUInt32(ceil(toUnixTimestamp64Milli(assumeNotNull(finished_at)) / 1000 / {p8:UInt32}) * {p9:UInt32}) AS finished
          FROM import_batch FINAL
          WHERE state IN ('done', 'withdrawn') AND dry_run = 0 AND finished_at IS NOT NULL) WHERE finished <= {p10:UInt32}))
      UNION ALL
      SELECT complaint_id, version, batch_id, row_number, due_by, received_at, kind, is_repeat, is_escalated, group_size, source, intake_channel, region, report_region, org_handling, organisation, line, product, sales_channel, outlet, agent, sale_day, link, reason, complainant_key, phone_key, complainant_kind, special_groups, department, status, due_on, answered_at, closed_at, outcome, settlement, compensation, satisfaction
      FROM withdrawn_version
      WHERE toUInt32(ceil(toUnixTimestamp64Milli(withdrawn_at) / 1000 / {p11:UInt32}) * {p12:UInt32}) > {p13:UInt32} AND if(batch_id IN {p14:Array(String)},
        toUnixTimestamp(toStartOfDay(received_at) + INTERVAL 1 DAY) <= {p15:UInt32}, batch_id IN (SELECT batch_id FROM (SELECT batch_id, feed, toUInt32(ceil(toUnixTimestamp64Milli(assumeNotNull(finished_at)) / 1000 / {p16:UInt32}) * {p17:UInt32}) AS finished
          FROM import_batch FINAL
          WHERE state IN ('done', 'withdrawn') AND dry_run = 0 AND finished_at IS NOT NULL) WHERE finished <= {p18:UInt32})))) AS known
  WHERE complaint_id IN (
    SELECT complaint_id
    FROM (
      SELECT * REPLACE (multiIf(
        has({p19:Array(String)}, complaint_id), nullIf({p20:Array(Date)}[indexOf({p21:Array(String)}, complaint_id)], toDate(0)), due_by = 'rules' AND has({p22:Array(Date)}, toDate(received_at)),
        nullIf({p23:Array(Date)}[indexOf({p24:Array(Date)}, toDate(received_at))], toDate(0)),
        due_on) AS due_on)
      FROM (
        SELECT complaint_id, version, batch_id, row_number, due_by, received_at, kind, is_repeat, is_escalated, group_size, source, intake_channel, region, report_region, org_handling, organisation, line, product, sales_channel, outlet, agent, sale_day, link, reason, complainant_key, phone_key, complainant_kind, special_groups, department, status, due_on, answered_at, closed_at, outcome, settlement, compensation, satisfaction
        FROM complaint_version
        WHERE batch_id IN (SELECT batch_id FROM settlement) AND if(batch_id IN {p25:Array(String)},
          toUnixTimestamp(toStartOfDay(received_at) + INTERVAL 1 DAY) <= {p26:UInt32}, batch_id IN (SELECT batch_id FROM (SELECT batch_id, feed, toUInt32(ceil(toUnixTimestamp64Milli(assumeNotNull(finished_at)) / 1000 / {p27:UInt32}) * {p28:UInt32}) AS finished
            FROM import_batch FINAL
            WHERE state IN ('done', 'withdrawn') AND dry_run = 0 AND finished_at IS NOT NULL) WHERE finished <= {p29:UInt32}))
        UNION ALL
        SELECT complaint_id, version, batch_id, row_number, due_by, received_at, kind, is_repeat, is_escalated, group_size, source, intake_channel, region, report_region, org_handling, organisation, line, product, sales_channel, outlet, agent, sale_day, link, reason, complainant_key, phone_key, complainant_kind, special_groups, department, status, due_on, answered_at, closed_at, outcome, settlement, compensation, satisfaction
        FROM withdrawn_version
        WHERE toUInt32(ceil(toUnixTimestamp64Milli(withdrawn_at) / 1000 / {p30:UInt32}) * {p31:UInt32}) > {p32:UInt32} AND if(batch_id IN {p33:Array(String)},
          toUnixTimestamp(toStartOfDay(received_at) + INTERVAL 1 DAY) <= {p34:UInt32}, batch_id IN (SELECT batch_id FROM (SELECT batch_id, feed, toUInt32(ceil(toUnixTimestamp64Milli(assumeNotNull(finished_at)) / 1000 / {p35:UInt32}) * {p36:UInt32}) AS finished
            FROM import_batch FINAL
            WHERE state IN ('done', 'withdrawn') AND dry_run = 0 AND finished_at IS NOT NULL) WHERE finished <= {p37:UInt32})))) AS some
    WHERE complaint_id IN {p38:Array(String)} AND kind = 'complaint')
  ORDER BY version DESC
  LIMIT 1 BY complaint_id)
WHERE complaint_id IN {p39:Array(String)} AND kind = 'complaint'
ORDER BY id
-- {"p0":["C-1"],"p1":["1970-01-01"],"p2":["C-1"],"p3":["2026-03-02"],"p4":["2026-03-17"],"p5":["2026-03-02"],"p6":["b1"],"p7":1772500000,"p8":3600,"p9":3600,"p10":1772500000,"p11":3600,"p12":3600,"p13":1772500000,"p14":["b1"],"p15":1772500000,"p16":3600,"p17":3600,"p18":1772500000,"p19":["C-1"],"p20":["1970-01-01"],"p21":["C-1"],"p22":["2026-03-02"],"p23":["2026-03-17"],"p24":["2026-03-02"],"p25":["b1"],"p26":1772500000,"p27":3600,"p28":3600,"p29":1772500000,"p30":3600,"p31":3600,"p32":1772500000,"p33":["b1"],"p34":1772500000,"p35":3600,"p36":3600,"p37":1772500000,"p38":["C-1"],"p39":["C-1"]}
