-- any
SELECT pair.1 AS dimension, pair.2 AS codes
FROM (
  SELECT arrayJoin([('organisation', arraySort(groupUniqArray(toString(organisation)))),
                    ('line', arraySort(groupUniqArray(toString(line)))),
                    ('reason', arraySort(groupUniqArray(toString(reason))))]) AS pair
  FROM (
    SELECT complaint_id, version, batch_id, row_number, due_by, received_at, kind, is_repeat, is_escalated, group_size, source, intake_channel, region, report_region, org_handling, organisation, line, product, sales_channel, outlet, agent, sale_day, link, reason, complainant_key, phone_key, complainant_kind, special_groups, department, status, due_on, answered_at, closed_at, outcome, settlement, compensation, satisfaction
    FROM complaint_version
    WHERE batch_id IN (SELECT batch_id FROM settlement)
    UNION ALL
    SELECT complaint_id, version, batch_id, row_number, due_by, received_at, kind, is_repeat, is_escalated, group_size, source, intake_channel, region, report_region, org_handling, organisation, line, product, sales_channel, outlet, agent, sale_day, link, reason, complainant_key, phone_key, complainant_kind, special_groups, department, status, due_on, answered_at, closed_at, outcome, settlement, compensation, satisfaction
    FROM withdrawn_version))
-- {}
