-- any
SELECT 'organisation' AS dimension, arraySort(groupUniqArray(toString(organisation))) AS codes FROM cube_daily_organisation
UNION ALL
SELECT 'line' AS dimension, arraySort(groupUniqArray(toString(line))) AS codes FROM cube_daily_line
UNION ALL
SELECT 'reason' AS dimension, arraySort(groupUniqArray(toString(reason))) AS codes FROM cube_daily_cause
-- {}
