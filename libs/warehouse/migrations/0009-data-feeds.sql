-- Ways by which data come in again and again. Append-only: the greatest version counts. `sealed` holds the secret of a pull.

CREATE TABLE IF NOT EXISTS data_feed
(
    feed_id String,
    version UInt32,
    body String,
    sealed String,
    at DateTime64(3, '{zone}'),
    by String
)
ENGINE = ReplacingMergeTree
ORDER BY (feed_id, version);
