-- any
SELECT run_id AS runId, stage, trigger, started_at AS startedAt, finished_at AS finishedAt, read, wrote, note, error
FROM pipeline_run FINAL
ORDER BY startedAt DESC, runId, stage
LIMIT {p0:UInt32}
-- {"p0":20}
