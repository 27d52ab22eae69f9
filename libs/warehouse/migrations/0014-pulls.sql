-- What a pull has fetched so far, and how the last pull of each feed went.

-- Never changed: an object as it was when it was fetched. The newest line of an object says whether it is new again.
CREATE TABLE IF NOT EXISTS pulled_object
(
    feed LowCardinality(String),
    object String,
    etag String,
    last_modified String,
    bytes UInt64,
    import_id String,
    at DateTime64(3, '{zone}')
)
ENGINE = ReplacingMergeTree
ORDER BY (feed, object, at);

CREATE TABLE IF NOT EXISTS pull_outcome
(
    feed String,
    at DateTime64(3, '{zone}'),
    objects UInt32,
    trouble String
)
ENGINE = ReplacingMergeTree(at)
ORDER BY feed;
