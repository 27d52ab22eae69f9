-- What people ask to be taken back or removed, what became of it, and who must not come in again.

-- Never changed: a batch to be withdrawn, a person or a complaint to be erased. Of a person only a keyed hash is kept.
CREATE TABLE IF NOT EXISTS operator_action
(
    action_id String,
    kind LowCardinality(String),
    subject String,
    by LowCardinality(String),
    person_key String,
    shown String,
    reason String,
    requested_at DateTime64(3, '{zone}'),
    requested_by String
)
ENGINE = ReplacingMergeTree
ORDER BY action_id;

CREATE TABLE IF NOT EXISTS action_outcome
(
    action_id String,
    revision UInt64,
    state LowCardinality(String),
    finished_at DateTime64(3, '{zone}'),
    complaints UInt64,
    error String
)
ENGINE = ReplacingMergeTree(revision)
ORDER BY action_id;

-- Keyed hashes of people and of complaint numbers. Ingest turns away every row that has one of them.
CREATE TABLE IF NOT EXISTS erased
(
    key String,
    action_id String,
    is_complaint UInt8
)
ENGINE = ReplacingMergeTree
ORDER BY (key, action_id);

-- `complainant_key` is made of the identity number where it was given; this is of the phone, always.
-- cluster: sharded
ALTER TABLE complaint_version ADD COLUMN IF NOT EXISTS phone_key String AFTER complainant_key;

-- cluster: sharded
ALTER TABLE complaint ADD COLUMN IF NOT EXISTS phone_key String AFTER complainant_key;
