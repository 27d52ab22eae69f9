-- any
SELECT multiIf(complaint_id = {p0:String}, 'original', kind = 'chaser', 'chaser', is_repeat != 0, 'repeat', 'linked') AS relation,
       complaint_id AS id, received_at AS receivedAt, status, narrative
FROM complaint FINAL
WHERE (linked_to = {p1:String} OR (complaint_id = {p2:String} AND complaint_id != ''))
  AND complaint_id != {p3:String}
ORDER BY received_at, complaint_id
LIMIT {p4:UInt32}
-- {"p0":"C-0","p1":"C-1","p2":"C-0","p3":"C-1","p4":100}
