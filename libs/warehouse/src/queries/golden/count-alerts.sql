-- open
SELECT countIf(state = {p0:String}) AS total,
       countIf(state = {p1:String} AND level = {p2:String}) AS blue,
       countIf(state = {p3:String} AND level = {p4:String}) AS yellow,
       countIf(state = {p5:String} AND level = {p6:String}) AS orange,
       countIf(state = {p7:String} AND level = {p8:String}) AS red,
       countIf(state = 'open' AND feed != '') AS data
FROM (SELECT *
  FROM alert_event FINAL
  WHERE 1
  ORDER BY alert_id, seq DESC
  LIMIT 1 BY alert_id)
-- {"p0":"open","p1":"open","p2":"blue","p3":"open","p4":"yellow","p5":"open","p6":"orange","p7":"open","p8":"red"}

-- of one rule
SELECT countIf(state = {p0:String} AND rule_id = {p1:String}) AS total,
       countIf(state = {p2:String} AND rule_id = {p3:String} AND level = {p4:String}) AS blue,
       countIf(state = {p5:String} AND rule_id = {p6:String} AND level = {p7:String}) AS yellow,
       countIf(state = {p8:String} AND rule_id = {p9:String} AND level = {p10:String}) AS orange,
       countIf(state = {p11:String} AND rule_id = {p12:String} AND level = {p13:String}) AS red,
       countIf(state = 'open' AND feed != '') AS data
FROM (SELECT *
  FROM alert_event FINAL
  WHERE 1
  ORDER BY alert_id, seq DESC
  LIMIT 1 BY alert_id)
-- {"p0":"resolved","p1":"region-week","p2":"open","p3":"region-week","p4":"blue","p5":"open","p6":"region-week","p7":"yellow","p8":"open","p9":"region-week","p10":"orange","p11":"open","p12":"region-week","p13":"red"}

-- about complaints
SELECT countIf(feed = '') AS total,
       countIf(feed = '' AND state = {p0:String} AND level = {p1:String}) AS blue,
       countIf(feed = '' AND state = {p2:String} AND level = {p3:String}) AS yellow,
       countIf(feed = '' AND state = {p4:String} AND level = {p5:String}) AS orange,
       countIf(feed = '' AND state = {p6:String} AND level = {p7:String}) AS red,
       countIf(state = 'open' AND feed != '') AS data
FROM (SELECT *
  FROM alert_event FINAL
  WHERE 1
  ORDER BY alert_id, seq DESC
  LIMIT 1 BY alert_id)
-- {"p0":"open","p1":"blue","p2":"open","p3":"yellow","p4":"open","p5":"orange","p6":"open","p7":"red"}
