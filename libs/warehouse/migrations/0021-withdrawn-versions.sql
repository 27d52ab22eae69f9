-- What figures were made of while a batch counted that has been withdrawn since: for back-tests, which count as it was then.
-- Nothing that names anybody; the keys are those by which erasing finds a person.

-- cluster: shard by complaint_id
CREATE TABLE IF NOT EXISTS withdrawn_version
(
    complaint_id String,
    version UInt64,
    batch_id LowCardinality(String),
    row_number UInt32,
    received_at DateTime('{zone}'),
    kind LowCardinality(String),
    is_repeat UInt8,
    is_escalated UInt8,
    source LowCardinality(String),
    intake_channel LowCardinality(String),
    region LowCardinality(String),
    report_region LowCardinality(String),
    org_handling LowCardinality(String),
    organisation LowCardinality(String),
    line LowCardinality(String),
    product LowCardinality(String),
    sales_channel LowCardinality(String),
    sale_day Nullable(Date32),
    link LowCardinality(String),
    reason LowCardinality(String),
    complainant_key String,
    phone_key String,
    complainant_kind LowCardinality(String),
    special_groups Array(LowCardinality(String)),
    department LowCardinality(String),
    status LowCardinality(String),
    due_on Nullable(Date),
    answered_at Nullable(DateTime('{zone}')),
    closed_at Nullable(DateTime('{zone}')),
    outcome LowCardinality(String),
    settlement LowCardinality(String),
    compensation Nullable(Decimal(18, 2)),
    satisfaction Nullable(UInt8),
    withdrawn_at DateTime64(3, '{zone}')
)
ENGINE = ReplacingMergeTree
PARTITION BY toYYYYMM(withdrawn_at)
ORDER BY (complaint_id, version, batch_id, row_number);
