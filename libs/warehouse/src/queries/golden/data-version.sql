-- any
SELECT concat(
toString((SELECT max(mark) FROM rolled_month)), '-',
toString((SELECT toUnixTimestamp64Milli(max(loaded_at)) FROM exposure)), '-',
toString((SELECT toUnixTimestamp64Milli(max(at)) FROM reference_version))) AS dataVersion
-- {}
