-- any
SELECT nullIf((SELECT min(day) FROM cube_daily_total), toDate(0)) AS firstDay, nullIf((SELECT max(day) FROM cube_daily_total), toDate(0)) AS lastDay,
       concat(
         toString((SELECT max(version) FROM schema_migration)), '-',
         toString((SELECT max(mark) FROM rolled_month)), '-',
         toString((SELECT toUnixTimestamp64Milli(max(placed_at)) FROM placed_exposure)), '-',
         toString((SELECT count() FROM reference_version FINAL)), '-',
         toString((SELECT max(version) FROM known_incident)), '-',
         toString((SELECT max(revision) FROM alert_verdict)), '-',
         toString((
           SELECT sum(toUInt32(reached))
           FROM (
             SELECT argMax(last_bucket, seq) AS reached FROM alert_event
             WHERE alert_id IN (SELECT alert_id FROM alert_verdict WHERE verdict = 'confirmed')
             GROUP BY alert_id)))) AS dataVersion
-- {}
