-- Maps of the operator's own, each with the number under which it was approved. Append-only: the greatest version counts;
-- one that is removed leaves tiles alone.

CREATE TABLE IF NOT EXISTS region_map
(
    version UInt32,
    approval String,
    geojson String,
    removed UInt8,
    at DateTime64(3, '{zone}'),
    by String
)
ENGINE = ReplacingMergeTree
ORDER BY version;
