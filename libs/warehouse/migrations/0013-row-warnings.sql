-- What is doubtful about accepted rows, and refused rows as they came: sealed, apart, and only for as long as they are
-- needed to mend the file. What people read is made from code, field, value shown (masked) and what was expected.

CREATE TABLE IF NOT EXISTS row_warning
(
    batch_id String,
    row_number UInt32,
    code LowCardinality(String),
    field LowCardinality(String),
    complaint_id String,
    shown String,
    expected String
)
ENGINE = ReplacingMergeTree
ORDER BY (batch_id, row_number, code, field);

CREATE TABLE IF NOT EXISTS rejected_original
(
    batch_id String,
    row_number UInt32,
    sealed String,
    kept_until Date
)
ENGINE = ReplacingMergeTree
ORDER BY (batch_id, row_number)
TTL kept_until DELETE;

ALTER TABLE rejected_row ADD COLUMN IF NOT EXISTS person_keys Array(String);
