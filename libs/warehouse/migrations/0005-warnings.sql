-- From figures to warnings to people, and the log of the pipeline. JSON text where the shape belongs to the code.

CREATE TABLE IF NOT EXISTS rule
(
    rule_id String,
    version UInt32,
    body String,
    at DateTime64(3, '{zone}'),
    by String
)
ENGINE = ReplacingMergeTree
ORDER BY (rule_id, version);

CREATE TABLE IF NOT EXISTS signal
(
    rule_id LowCardinality(String),
    rule_version UInt32,
    series_key String,
    slice String,
    grain LowCardinality(String),
    bucket Date,
    observed Nullable(Float64),
    expected Nullable(Float64),
    upper Nullable(Float64),
    p_value Nullable(Float64),
    score Nullable(Float64),
    verdict LowCardinality(String),
    level LowCardinality(String),
    note String,
    evaluated_at DateTime64(3, '{zone}')
)
ENGINE = ReplacingMergeTree(evaluated_at)
ORDER BY (rule_id, rule_version, series_key, bucket);

-- Each event carries the warning as it stood after it, frozen.
CREATE TABLE IF NOT EXISTS alert_event
(
    alert_id String,
    seq UInt32,
    kind LowCardinality(String),
    at DateTime64(3, '{zone}'),
    bucket Date,
    level LowCardinality(String),
    because String,
    rule_id LowCardinality(String),
    rule_version UInt32,
    rule_label String,
    series_key String,
    slice String,
    organisation String,
    grain LowCardinality(String),
    state LowCardinality(String),
    peak_level LowCardinality(String),
    opened_at DateTime64(3, '{zone}'),
    resolved_at Nullable(DateTime64(3, '{zone}')),
    first_bucket Date,
    last_bucket Date,
    observed Float64,
    expected Float64,
    upper Float64,
    p_value Nullable(Float64),
    headline String,
    contributors String,
    memory String
)
ENGINE = ReplacingMergeTree
ORDER BY (alert_id, seq);

CREATE TABLE IF NOT EXISTS notice
(
    notice_id String,
    alert_id String,
    seq UInt32,
    channel LowCardinality(String),
    recipient String,
    state LowCardinality(String),
    at DateTime64(3, '{zone}'),
    attempts UInt32,
    error String,
    next_at Nullable(DateTime64(3, '{zone}'))
)
ENGINE = ReplacingMergeTree(attempts)
ORDER BY notice_id;

CREATE TABLE IF NOT EXISTS pipeline_run
(
    run_id String,
    stage LowCardinality(String),
    trigger LowCardinality(String),
    started_at DateTime64(3, '{zone}'),
    finished_at DateTime64(3, '{zone}'),
    read UInt64,
    wrote UInt64,
    note String,
    error String
)
ENGINE = ReplacingMergeTree
ORDER BY (started_at, run_id, stage);
