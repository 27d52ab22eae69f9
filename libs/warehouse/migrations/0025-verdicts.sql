-- What people made of warnings once they had looked into them, one row each: the last one counts. '' takes it back.
-- `incidents` is what a confirmed one makes known, as JSON: what it was about, and when, as it stood then.
CREATE TABLE IF NOT EXISTS alert_verdict
(
    alert_id String,
    revision UInt64,
    verdict LowCardinality(String),
    note String,
    incidents String,
    at DateTime64(3, '{zone}'),
    by String
)
ENGINE = ReplacingMergeTree
ORDER BY (alert_id, revision);
