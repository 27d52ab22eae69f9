-- Pages as people want to see them again. Append-only: the greatest version counts; one that is removed hides the view.

CREATE TABLE IF NOT EXISTS saved_view
(
    view_id String,
    version UInt32,
    owner String,
    visibility LowCardinality(String),
    body String,
    removed UInt8,
    at DateTime64(3, '{zone}'),
    by String
)
ENGINE = ReplacingMergeTree
ORDER BY (view_id, version);
