-- waiting
SELECT asked.action_id AS id, kind, subject, by, person_key AS key, shown, reason, requested_at AS requestedAt,
       requested_by AS requestedBy, ifNull(outcome.state, 'waiting') AS state, outcome.finished_at AS finishedAt,
       ifNull(outcome.complaints, 0) AS complaints, ifNull(outcome.error, '') AS error
FROM (SELECT * FROM operator_action FINAL) AS asked
LEFT JOIN (SELECT * FROM action_outcome FINAL) AS outcome USING (action_id)
WHERE state = {p0:String}
ORDER BY requestedAt, id
-- {"p0":"waiting"}

-- erasures
SELECT asked.action_id AS id, kind, subject, by, person_key AS key, shown, reason, requested_at AS requestedAt,
       requested_by AS requestedBy, ifNull(outcome.state, 'waiting') AS state, outcome.finished_at AS finishedAt,
       ifNull(outcome.complaints, 0) AS complaints, ifNull(outcome.error, '') AS error
FROM (SELECT * FROM operator_action FINAL) AS asked
LEFT JOIN (SELECT * FROM action_outcome FINAL) AS outcome USING (action_id)
WHERE kind = {p0:String}
ORDER BY requestedAt, id
-- {"p0":"erase"}

-- of one batch
SELECT asked.action_id AS id, kind, subject, by, person_key AS key, shown, reason, requested_at AS requestedAt,
       requested_by AS requestedBy, ifNull(outcome.state, 'waiting') AS state, outcome.finished_at AS finishedAt,
       ifNull(outcome.complaints, 0) AS complaints, ifNull(outcome.error, '') AS error
FROM (SELECT * FROM operator_action FINAL) AS asked
LEFT JOIN (SELECT * FROM action_outcome FINAL) AS outcome USING (action_id)
WHERE kind = {p0:String} AND subject = {p1:String}
ORDER BY requestedAt, id
-- {"p0":"withdraw","p1":"b1"}
