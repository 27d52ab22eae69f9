-- Who may do what, and who did it. Tokens and keys are kept as hashes only.

CREATE TABLE IF NOT EXISTS account
(
    name String,
    version UInt32,
    role LowCardinality(String),
    organisations Array(String),
    password_hash String,
    email String,
    disabled UInt8,
    at DateTime64(3, '{zone}'),
    by String
)
ENGINE = ReplacingMergeTree
ORDER BY (name, version);

CREATE TABLE IF NOT EXISTS session
(
    token_hash String,
    account String,
    created_at DateTime64(3, '{zone}'),
    expires_at DateTime64(3, '{zone}'),
    seen_at DateTime64(3, '{zone}'),
    ended_at Nullable(DateTime64(3, '{zone}')),
    revision UInt64
)
ENGINE = ReplacingMergeTree(revision)
ORDER BY token_hash;

CREATE TABLE IF NOT EXISTS api_key
(
    id String,
    version UInt32,
    key_hash String,
    label String,
    role LowCardinality(String),
    organisations Array(String),
    created_at DateTime64(3, '{zone}'),
    created_by String,
    expires_at Nullable(DateTime64(3, '{zone}')),
    revoked_at Nullable(DateTime64(3, '{zone}'))
)
ENGINE = ReplacingMergeTree
ORDER BY (id, version);

CREATE TABLE IF NOT EXISTS audit_event
(
    id String,
    at DateTime64(3, '{zone}'),
    actor String,
    action LowCardinality(String),
    subject String,
    detail String
)
ENGINE = ReplacingMergeTree
ORDER BY (at, id);
