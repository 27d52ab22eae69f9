-- Exposure under the codes by which complaints count, made from `exposure` and never written by itself: of the regions
-- that report and, with a `city`, of the cities below them. What is made anew of a month replaces what was.
CREATE TABLE IF NOT EXISTS placed_exposure
(
    month Date,
    region LowCardinality(String),
    city LowCardinality(String),
    organisation LowCardinality(String),
    line LowCardinality(String),
    premium Nullable(Decimal(18, 2)),
    policies Nullable(UInt64),
    person_times Nullable(UInt64),
    placed_at DateTime64(3, '{zone}'),
    removed UInt8
)
ENGINE = ReplacingMergeTree(placed_at)
ORDER BY (month, region, city, organisation, line);
