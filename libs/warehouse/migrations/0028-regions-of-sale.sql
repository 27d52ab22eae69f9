-- Figures by region for a sales channel: the overview, looked at for one, shows the map over 13 months. Made from
-- complaints, so every month is rolled up anew.

CREATE TABLE IF NOT EXISTS cube_daily_region_sale
(
    day Date,
    source LowCardinality(String),
    region LowCardinality(String),
    sales_channel LowCardinality(String),
    complaints UInt64,
    chasers UInt64,
    repeats UInt64,
    escalated UInt64,
    withdrawn UInt64,
    answered UInt64,
    mediations UInt64,
    mediated UInt64
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (day, source, region, sales_channel);

CREATE TABLE IF NOT EXISTS stage_cube_daily_region_sale AS cube_daily_region_sale
ENGINE = MergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (day, source, region, sales_channel);

ALTER TABLE rolled_month DELETE WHERE 1 SETTINGS mutations_sync = 1;
