-- How the files of each source are read: every version of every profile, never changed. Version 0 ships with the program.

CREATE TABLE IF NOT EXISTS profile
(
    name String,
    version UInt32,
    body String,
    at DateTime64(3, '{zone}'),
    by String
)
ENGINE = ReplacingMergeTree
ORDER BY (name, version);
