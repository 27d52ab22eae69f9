-- any
SELECT nullIf((SELECT min(day) FROM cube_daily_total), toDate(0)) AS firstDay, nullIf((SELECT max(day) FROM cube_daily_total), toDate(0)) AS lastDay,
       concat(
         toString((SELECT max(version) FROM schema_migration)), '-',
         toString((SELECT max(mark) FROM rolled_month)), '-',
         toString((SELECT toUnixTimestamp64Milli(max(placed_at)) FROM placed_exposure)), '-',
         toString((SELECT count() FROM reference_version FINAL)), '-',
         toString((SELECT max(version) FROM known_incident)), '-',
         toString((SELECT max(revision) FROM alert_verdict))) AS dataVersion
-- {}
