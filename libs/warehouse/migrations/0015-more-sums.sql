-- More sums, and figures by the day closed. Cubes are made from complaints: what they held before counts for nothing, and
-- every month is rolled up anew.

ALTER TABLE cube_daily_region_line DROP COLUMN IF EXISTS closed;
ALTER TABLE cube_daily_region_line DROP COLUMN IF EXISTS handling_days;
ALTER TABLE cube_daily_region_line ADD COLUMN IF NOT EXISTS answered UInt64;
ALTER TABLE cube_daily_region_line ADD COLUMN IF NOT EXISTS mediations UInt64;
ALTER TABLE cube_daily_region_line ADD COLUMN IF NOT EXISTS mediated UInt64;
ALTER TABLE stage_cube_daily_region_line DROP COLUMN IF EXISTS closed;
ALTER TABLE stage_cube_daily_region_line DROP COLUMN IF EXISTS handling_days;
ALTER TABLE stage_cube_daily_region_line ADD COLUMN IF NOT EXISTS answered UInt64;
ALTER TABLE stage_cube_daily_region_line ADD COLUMN IF NOT EXISTS mediations UInt64;
ALTER TABLE stage_cube_daily_region_line ADD COLUMN IF NOT EXISTS mediated UInt64;
ALTER TABLE cube_daily_total DROP COLUMN IF EXISTS closed;
ALTER TABLE cube_daily_total DROP COLUMN IF EXISTS handling_days;
ALTER TABLE cube_daily_total ADD COLUMN IF NOT EXISTS answered UInt64;
ALTER TABLE cube_daily_total ADD COLUMN IF NOT EXISTS mediations UInt64;
ALTER TABLE cube_daily_total ADD COLUMN IF NOT EXISTS mediated UInt64;
ALTER TABLE stage_cube_daily_total DROP COLUMN IF EXISTS closed;
ALTER TABLE stage_cube_daily_total DROP COLUMN IF EXISTS handling_days;
ALTER TABLE stage_cube_daily_total ADD COLUMN IF NOT EXISTS answered UInt64;
ALTER TABLE stage_cube_daily_total ADD COLUMN IF NOT EXISTS mediations UInt64;
ALTER TABLE stage_cube_daily_total ADD COLUMN IF NOT EXISTS mediated UInt64;
ALTER TABLE cube_daily_line DROP COLUMN IF EXISTS closed;
ALTER TABLE cube_daily_line DROP COLUMN IF EXISTS handling_days;
ALTER TABLE cube_daily_line ADD COLUMN IF NOT EXISTS answered UInt64;
ALTER TABLE cube_daily_line ADD COLUMN IF NOT EXISTS mediations UInt64;
ALTER TABLE cube_daily_line ADD COLUMN IF NOT EXISTS mediated UInt64;
ALTER TABLE stage_cube_daily_line DROP COLUMN IF EXISTS closed;
ALTER TABLE stage_cube_daily_line DROP COLUMN IF EXISTS handling_days;
ALTER TABLE stage_cube_daily_line ADD COLUMN IF NOT EXISTS answered UInt64;
ALTER TABLE stage_cube_daily_line ADD COLUMN IF NOT EXISTS mediations UInt64;
ALTER TABLE stage_cube_daily_line ADD COLUMN IF NOT EXISTS mediated UInt64;
ALTER TABLE cube_daily_region DROP COLUMN IF EXISTS closed;
ALTER TABLE cube_daily_region DROP COLUMN IF EXISTS handling_days;
ALTER TABLE cube_daily_region ADD COLUMN IF NOT EXISTS answered UInt64;
ALTER TABLE cube_daily_region ADD COLUMN IF NOT EXISTS mediations UInt64;
ALTER TABLE cube_daily_region ADD COLUMN IF NOT EXISTS mediated UInt64;
ALTER TABLE stage_cube_daily_region DROP COLUMN IF EXISTS closed;
ALTER TABLE stage_cube_daily_region DROP COLUMN IF EXISTS handling_days;
ALTER TABLE stage_cube_daily_region ADD COLUMN IF NOT EXISTS answered UInt64;
ALTER TABLE stage_cube_daily_region ADD COLUMN IF NOT EXISTS mediations UInt64;
ALTER TABLE stage_cube_daily_region ADD COLUMN IF NOT EXISTS mediated UInt64;
ALTER TABLE cube_daily_cause DROP COLUMN IF EXISTS closed;
ALTER TABLE cube_daily_cause DROP COLUMN IF EXISTS handling_days;
ALTER TABLE cube_daily_cause ADD COLUMN IF NOT EXISTS answered UInt64;
ALTER TABLE cube_daily_cause ADD COLUMN IF NOT EXISTS mediations UInt64;
ALTER TABLE cube_daily_cause ADD COLUMN IF NOT EXISTS mediated UInt64;
ALTER TABLE stage_cube_daily_cause DROP COLUMN IF EXISTS closed;
ALTER TABLE stage_cube_daily_cause DROP COLUMN IF EXISTS handling_days;
ALTER TABLE stage_cube_daily_cause ADD COLUMN IF NOT EXISTS answered UInt64;
ALTER TABLE stage_cube_daily_cause ADD COLUMN IF NOT EXISTS mediations UInt64;
ALTER TABLE stage_cube_daily_cause ADD COLUMN IF NOT EXISTS mediated UInt64;
ALTER TABLE cube_daily_organisation DROP COLUMN IF EXISTS closed;
ALTER TABLE cube_daily_organisation DROP COLUMN IF EXISTS handling_days;
ALTER TABLE cube_daily_organisation ADD COLUMN IF NOT EXISTS answered UInt64;
ALTER TABLE cube_daily_organisation ADD COLUMN IF NOT EXISTS mediations UInt64;
ALTER TABLE cube_daily_organisation ADD COLUMN IF NOT EXISTS mediated UInt64;
ALTER TABLE stage_cube_daily_organisation DROP COLUMN IF EXISTS closed;
ALTER TABLE stage_cube_daily_organisation DROP COLUMN IF EXISTS handling_days;
ALTER TABLE stage_cube_daily_organisation ADD COLUMN IF NOT EXISTS answered UInt64;
ALTER TABLE stage_cube_daily_organisation ADD COLUMN IF NOT EXISTS mediations UInt64;
ALTER TABLE stage_cube_daily_organisation ADD COLUMN IF NOT EXISTS mediated UInt64;
ALTER TABLE cube_daily_sale DROP COLUMN IF EXISTS closed;
ALTER TABLE cube_daily_sale DROP COLUMN IF EXISTS handling_days;
ALTER TABLE cube_daily_sale ADD COLUMN IF NOT EXISTS answered UInt64;
ALTER TABLE cube_daily_sale ADD COLUMN IF NOT EXISTS mediations UInt64;
ALTER TABLE cube_daily_sale ADD COLUMN IF NOT EXISTS mediated UInt64;
ALTER TABLE stage_cube_daily_sale DROP COLUMN IF EXISTS closed;
ALTER TABLE stage_cube_daily_sale DROP COLUMN IF EXISTS handling_days;
ALTER TABLE stage_cube_daily_sale ADD COLUMN IF NOT EXISTS answered UInt64;
ALTER TABLE stage_cube_daily_sale ADD COLUMN IF NOT EXISTS mediations UInt64;
ALTER TABLE stage_cube_daily_sale ADD COLUMN IF NOT EXISTS mediated UInt64;
ALTER TABLE cube_daily_intake DROP COLUMN IF EXISTS closed;
ALTER TABLE cube_daily_intake DROP COLUMN IF EXISTS handling_days;
ALTER TABLE cube_daily_intake ADD COLUMN IF NOT EXISTS answered UInt64;
ALTER TABLE cube_daily_intake ADD COLUMN IF NOT EXISTS mediations UInt64;
ALTER TABLE cube_daily_intake ADD COLUMN IF NOT EXISTS mediated UInt64;
ALTER TABLE stage_cube_daily_intake DROP COLUMN IF EXISTS closed;
ALTER TABLE stage_cube_daily_intake DROP COLUMN IF EXISTS handling_days;
ALTER TABLE stage_cube_daily_intake ADD COLUMN IF NOT EXISTS answered UInt64;
ALTER TABLE stage_cube_daily_intake ADD COLUMN IF NOT EXISTS mediations UInt64;
ALTER TABLE stage_cube_daily_intake ADD COLUMN IF NOT EXISTS mediated UInt64;

ALTER TABLE cube_due ADD COLUMN IF NOT EXISTS due_closed UInt64;
ALTER TABLE cube_due ADD COLUMN IF NOT EXISTS overdue UInt64;
ALTER TABLE stage_cube_due ADD COLUMN IF NOT EXISTS due_closed UInt64;
ALTER TABLE stage_cube_due ADD COLUMN IF NOT EXISTS overdue UInt64;
ALTER TABLE cube_due_total ADD COLUMN IF NOT EXISTS due_closed UInt64;
ALTER TABLE cube_due_total ADD COLUMN IF NOT EXISTS overdue UInt64;
ALTER TABLE stage_cube_due_total ADD COLUMN IF NOT EXISTS due_closed UInt64;
ALTER TABLE stage_cube_due_total ADD COLUMN IF NOT EXISTS overdue UInt64;

-- `day` is the day closed; amounts are in fen.

CREATE TABLE IF NOT EXISTS cube_closed
(
    received_month UInt32,
    day Date,
    source LowCardinality(String),
    region LowCardinality(String),
    line LowCardinality(String),
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
ORDER BY (day, source, region, line);

CREATE TABLE IF NOT EXISTS stage_cube_closed AS cube_closed
ENGINE = MergeTree
PARTITION BY received_month
ORDER BY (day, source, region, line);

CREATE TABLE IF NOT EXISTS cube_closed_total
(
    received_month UInt32,
    day Date,
    source LowCardinality(String),
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
ORDER BY (day, source);

CREATE TABLE IF NOT EXISTS stage_cube_closed_total AS cube_closed_total
ENGINE = MergeTree
PARTITION BY received_month
ORDER BY (day, source);

-- How many cases took how many whole days.

CREATE TABLE IF NOT EXISTS cube_closed_span
(
    received_month UInt32,
    day Date,
    source LowCardinality(String),
    days UInt16,
    closed UInt64
)
ENGINE = MergeTree
PARTITION BY received_month
ORDER BY (day, source, days);

CREATE TABLE IF NOT EXISTS stage_cube_closed_span AS cube_closed_span
ENGINE = MergeTree
PARTITION BY received_month
ORDER BY (day, source, days);

ALTER TABLE rolled_month DELETE WHERE 1 SETTINGS mutations_sync = 1;
