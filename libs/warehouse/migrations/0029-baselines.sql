-- What the days of a week should bring to a series by a daily regression: fitted once a week, and again when the days it learned
-- from have changed. `learned_from` stands for those. Can be fitted again at any time, so old ones go.
CREATE TABLE IF NOT EXISTS baseline
(
    rule_id LowCardinality(String),
    week Date,
    series_key String,
    learned_from String,
    rates Array(Nullable(Float64)),
    errors Array(Nullable(Float64)),
    phi Float64,
    left_out UInt32,
    fitted_at DateTime64(3, '{zone}') DEFAULT now64(3)
)
ENGINE = ReplacingMergeTree(fitted_at)
ORDER BY (rule_id, week, series_key, learned_from)
TTL toDateTime(fitted_at) + INTERVAL 14 MONTH;
