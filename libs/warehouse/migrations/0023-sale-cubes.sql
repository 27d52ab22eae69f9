-- Figures by the day due and the day closed for a sales channel: the overview is often looked at for one. Made from
-- complaints, so every month is rolled up anew.

CREATE TABLE IF NOT EXISTS cube_due_sale
(
    received_month UInt32,
    day Date,
    source LowCardinality(String),
    line LowCardinality(String),
    sales_channel LowCardinality(String),
    due UInt64,
    closed_in_time UInt64,
    still_open UInt64,
    due_closed UInt64,
    overdue UInt64
)
ENGINE = MergeTree
PARTITION BY received_month
ORDER BY (day, source, line, sales_channel);

CREATE TABLE IF NOT EXISTS stage_cube_due_sale AS cube_due_sale
ENGINE = MergeTree
PARTITION BY received_month
ORDER BY (day, source, line, sales_channel);

CREATE TABLE IF NOT EXISTS cube_closed_sale
(
    received_month UInt32,
    day Date,
    source LowCardinality(String),
    line LowCardinality(String),
    sales_channel LowCardinality(String),
    closed UInt64,
    handling_days UInt64,
    rated UInt64,
    satisfied UInt64,
    compensated UInt64,
    compensation UInt64,
    goodwill UInt64,
    goodwill_amount UInt64
)
ENGINE = MergeTree
PARTITION BY received_month
ORDER BY (day, source, line, sales_channel);

CREATE TABLE IF NOT EXISTS stage_cube_closed_sale AS cube_closed_sale
ENGINE = MergeTree
PARTITION BY received_month
ORDER BY (day, source, line, sales_channel);

ALTER TABLE rolled_month DELETE WHERE 1 SETTINGS mutations_sync = 1;
