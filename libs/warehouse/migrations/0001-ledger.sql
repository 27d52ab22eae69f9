-- What has been applied, and what was fixed at first start.

CREATE TABLE IF NOT EXISTS schema_migration
(
    version UInt32,
    name String,
    sha256 String,
    applied_at DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(applied_at)
ORDER BY version;

-- `revision` falls with time, so the first value ever saved under a name stays.
CREATE TABLE IF NOT EXISTS setting
(
    name String,
    value String,
    revision UInt64
)
ENGINE = ReplacingMergeTree(revision)
ORDER BY name;
