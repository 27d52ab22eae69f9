-- Sums by day, rebuilt month by month from `complaint FINAL` and swapped in by partition; never added to in place.
-- `region` is the reporting region. Each cube has a twin, stage_…, in which roll up prepares the months.

CREATE TABLE IF NOT EXISTS cube_daily_region_line
(
    day Date,
    source LowCardinality(String),
    region LowCardinality(String),
    line LowCardinality(String),
    complaints UInt64,
    chasers UInt64,
    repeats UInt64,
    escalated UInt64,
    withdrawn UInt64,
    closed UInt64,
    handling_days UInt64
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (day, source, region, line);

CREATE TABLE IF NOT EXISTS stage_cube_daily_region_line AS cube_daily_region_line
ENGINE = MergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (day, source, region, line);

-- The narrow ones add up the wide one of regions and lines.

CREATE TABLE IF NOT EXISTS cube_daily_total
(
    day Date,
    source LowCardinality(String),
    complaints UInt64,
    chasers UInt64,
    repeats UInt64,
    escalated UInt64,
    withdrawn UInt64,
    closed UInt64,
    handling_days UInt64
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (day, source);

CREATE TABLE IF NOT EXISTS stage_cube_daily_total AS cube_daily_total
ENGINE = MergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (day, source);

CREATE TABLE IF NOT EXISTS cube_daily_line
(
    day Date,
    source LowCardinality(String),
    line LowCardinality(String),
    complaints UInt64,
    chasers UInt64,
    repeats UInt64,
    escalated UInt64,
    withdrawn UInt64,
    closed UInt64,
    handling_days UInt64
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (day, source, line);

CREATE TABLE IF NOT EXISTS stage_cube_daily_line AS cube_daily_line
ENGINE = MergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (day, source, line);

CREATE TABLE IF NOT EXISTS cube_daily_region
(
    day Date,
    source LowCardinality(String),
    region LowCardinality(String),
    complaints UInt64,
    chasers UInt64,
    repeats UInt64,
    escalated UInt64,
    withdrawn UInt64,
    closed UInt64,
    handling_days UInt64
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (day, source, region);

CREATE TABLE IF NOT EXISTS stage_cube_daily_region AS cube_daily_region
ENGINE = MergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (day, source, region);

CREATE TABLE IF NOT EXISTS cube_daily_cause
(
    day Date,
    source LowCardinality(String),
    line LowCardinality(String),
    link LowCardinality(String),
    reason LowCardinality(String),
    complaints UInt64,
    chasers UInt64,
    repeats UInt64,
    escalated UInt64,
    withdrawn UInt64,
    closed UInt64,
    handling_days UInt64
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (day, source, line, link, reason);

CREATE TABLE IF NOT EXISTS stage_cube_daily_cause AS cube_daily_cause
ENGINE = MergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (day, source, line, link, reason);

CREATE TABLE IF NOT EXISTS cube_daily_organisation
(
    day Date,
    source LowCardinality(String),
    organisation LowCardinality(String),
    line LowCardinality(String),
    complaints UInt64,
    chasers UInt64,
    repeats UInt64,
    escalated UInt64,
    withdrawn UInt64,
    closed UInt64,
    handling_days UInt64
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (day, source, organisation, line);

CREATE TABLE IF NOT EXISTS stage_cube_daily_organisation AS cube_daily_organisation
ENGINE = MergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (day, source, organisation, line);

CREATE TABLE IF NOT EXISTS cube_daily_sale
(
    day Date,
    source LowCardinality(String),
    line LowCardinality(String),
    product LowCardinality(String),
    sales_channel LowCardinality(String),
    complaints UInt64,
    chasers UInt64,
    repeats UInt64,
    escalated UInt64,
    withdrawn UInt64,
    closed UInt64,
    handling_days UInt64
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (day, source, line, product, sales_channel);

CREATE TABLE IF NOT EXISTS stage_cube_daily_sale AS cube_daily_sale
ENGINE = MergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (day, source, line, product, sales_channel);

CREATE TABLE IF NOT EXISTS cube_daily_intake
(
    day Date,
    source LowCardinality(String),
    region LowCardinality(String),
    intake_channel LowCardinality(String),
    complaints UInt64,
    chasers UInt64,
    repeats UInt64,
    escalated UInt64,
    withdrawn UInt64,
    closed UInt64,
    handling_days UInt64
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (day, source, region, intake_channel);

CREATE TABLE IF NOT EXISTS stage_cube_daily_intake AS cube_daily_intake
ENGINE = MergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (day, source, region, intake_channel);

-- `day` is the day due; partitioned by the month received, which is what roll up rebuilds.
-- `still_open` are those of `due` that were open when the month was rolled up.
CREATE TABLE IF NOT EXISTS cube_due
(
    received_month UInt32,
    day Date,
    source LowCardinality(String),
    region LowCardinality(String),
    line LowCardinality(String),
    due UInt64,
    closed_in_time UInt64,
    still_open UInt64
)
ENGINE = MergeTree
PARTITION BY received_month
ORDER BY (day, source, region, line);

CREATE TABLE IF NOT EXISTS stage_cube_due AS cube_due
ENGINE = MergeTree
PARTITION BY received_month
ORDER BY (day, source, region, line);

CREATE TABLE IF NOT EXISTS cube_due_total
(
    received_month UInt32,
    day Date,
    source LowCardinality(String),
    due UInt64,
    closed_in_time UInt64,
    still_open UInt64
)
ENGINE = MergeTree
PARTITION BY received_month
ORDER BY (day, source);

CREATE TABLE IF NOT EXISTS stage_cube_due_total AS cube_due_total
ENGINE = MergeTree
PARTITION BY received_month
ORDER BY (day, source);

-- Up to which mark a month has been rolled up.
CREATE TABLE IF NOT EXISTS rolled_month
(
    month Date,
    mark UInt64
)
ENGINE = ReplacingMergeTree(mark)
ORDER BY month;
