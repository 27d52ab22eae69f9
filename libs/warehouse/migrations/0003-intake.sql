-- What comes in besides complaints, and the book-keeping of imports.

CREATE TABLE IF NOT EXISTS import_batch
(
    batch_id String,
    revision UInt64,
    name String,
    profile LowCardinality(String),
    state LowCardinality(String),
    received_at DateTime64(3, '{zone}'),
    finished_at Nullable(DateTime64(3, '{zone}')),
    bytes UInt64,
    read UInt64,
    accepted UInt64,
    added UInt64,
    updated UInt64,
    duplicate UInt64,
    outdated UInt64,
    rejected UInt64,
    skipped UInt64,
    reasons String,
    error String,
    idempotency_key String,
    content_sha256 String,
    content_type String,
    content_encoding String,
    requested_by String
)
ENGINE = ReplacingMergeTree(revision)
ORDER BY batch_id;

CREATE TABLE IF NOT EXISTS rejected_row
(
    batch_id String,
    row_number UInt32,
    reasons String,
    raw String
)
ENGINE = ReplacingMergeTree
ORDER BY (batch_id, row_number);

-- What each batch does to `complaint`, worked out before its first write and kept: a repeat after a crash finds the
-- same counts and marks the same months.
CREATE TABLE IF NOT EXISTS settlement
(
    batch_id String,
    rows UInt64,
    added UInt64,
    updated UInt64,
    duplicate UInt64,
    outdated UInt64,
    moved UInt64,
    months Array(Date)
)
ENGINE = ReplacingMergeTree
ORDER BY batch_id;

CREATE TABLE IF NOT EXISTS touched_month
(
    month Date,
    mark UInt64,
    batch_id String
)
ENGINE = ReplacingMergeTree(mark)
ORDER BY month;

CREATE TABLE IF NOT EXISTS exposure
(
    month Date,
    region LowCardinality(String),
    organisation LowCardinality(String),
    line LowCardinality(String),
    premium Nullable(Decimal(18, 2)),
    policies Nullable(UInt64),
    person_times Nullable(UInt64),
    loaded_at DateTime64(3, '{zone}')
)
ENGINE = ReplacingMergeTree(loaded_at)
ORDER BY (month, region, organisation, line);

CREATE TABLE IF NOT EXISTS dictionary_entry
(
    dictionary LowCardinality(String),
    code String,
    zh String,
    en String,
    parent String,
    loaded_at DateTime64(3, '{zone}')
)
ENGINE = ReplacingMergeTree(loaded_at)
ORDER BY (dictionary, code);
