-- open
SELECT countIf(state = {p0:String}) AS total,
       countIf(state = 'open' AND level = 'blue') AS blue,
       countIf(state = 'open' AND level = 'yellow') AS yellow,
       countIf(state = 'open' AND level = 'orange') AS orange,
       countIf(state = 'open' AND level = 'red') AS red
FROM (SELECT *
  FROM alert_event FINAL
  WHERE 1
  ORDER BY alert_id, seq DESC
  LIMIT 1 BY alert_id)
-- {"p0":"open"}
