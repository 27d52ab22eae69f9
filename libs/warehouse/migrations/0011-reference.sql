-- Tables that a company keeps beside its complaints: every version of every row, and the versions. A row counts once its
-- version is written down, which happens last; cells are JSON, only those that are given.

CREATE TABLE IF NOT EXISTS reference_row
(
    table_name LowCardinality(String),
    key String,
    version UInt64,
    removed UInt8,
    cells String,
    at DateTime64(3, '{zone}'),
    by LowCardinality(String)
)
ENGINE = ReplacingMergeTree
ORDER BY (table_name, key, version);

CREATE TABLE IF NOT EXISTS reference_version
(
    table_name LowCardinality(String),
    version UInt64,
    at DateTime64(3, '{zone}'),
    by String,
    mode LowCardinality(String),
    name String,
    rows UInt64,
    added UInt64,
    changed UInt64,
    removed UInt64
)
ENGINE = ReplacingMergeTree
ORDER BY (table_name, version);

-- What figures read as figures: made from the rows above, never written by themselves.

ALTER TABLE exposure ADD COLUMN IF NOT EXISTS removed UInt8;

CREATE TABLE IF NOT EXISTS leading_count
(
    day Date,
    series LowCardinality(String),
    region LowCardinality(String),
    organisation LowCardinality(String),
    line LowCardinality(String),
    channel LowCardinality(String),
    source String,
    count UInt64,
    loaded_at DateTime64(3, '{zone}'),
    removed UInt8
)
ENGINE = ReplacingMergeTree(loaded_at)
ORDER BY (series, day, region, organisation, line, channel, source);
