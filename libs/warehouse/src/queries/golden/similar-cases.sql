-- any
SELECT if((complainant_key != '' AND complainant_key = {p0:String}), 'person', 'matter') AS because, complaint_id AS id, received_at AS receivedAt, status, reason,
       round(1 - ngramDistanceUTF8(narrative, {p1:String}), 3) AS likeness, narrative
FROM complaint FINAL
WHERE kind = 'complaint' AND complaint_id != {p2:String}
  AND toDate(received_at) >= {p3:Date} - {p4:UInt32}
  AND toDate(received_at) <= {p5:Date} + {p6:UInt32}
  AND ((complainant_key != '' AND complainant_key = {p7:String}) OR (product != '' AND reason != '' AND product = {p8:String}
    AND reason = {p9:String} AND organisation = {p10:String} AND abs(dateDiff('day', toDate(received_at), {p11:Date})) <= {p12:UInt32}))
ORDER BY because DESC, likeness DESC, received_at DESC, complaint_id
LIMIT {p13:UInt32}
-- {"p0":"0f","p1":"退保","p2":"C-1","p3":"2026-03-02","p4":366,"p5":"2026-03-02","p6":366,"p7":"0f","p8":"P1","p9":"claim","p10":"hq","p11":"2026-03-02","p12":30,"p13":12}
