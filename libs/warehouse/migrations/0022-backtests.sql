-- What rules would have done: who asked for what, what came out, and what is known to have happened.

CREATE TABLE IF NOT EXISTS backtest
(
    backtest_id String,
    revision UInt64,
    body String,
    by String,
    at DateTime64(3, '{zone}')
)
ENGINE = ReplacingMergeTree(revision)
ORDER BY backtest_id;

-- One a rule and variant, in the order of the question, with the rule as it was tried.
CREATE TABLE IF NOT EXISTS backtest_outcome
(
    backtest_id String,
    place UInt32,
    rule String,
    summary String,
    list String
)
ENGINE = ReplacingMergeTree
ORDER BY (backtest_id, place);

-- All that are known from files, anew with each version. Append-only: the greatest version counts.
CREATE TABLE IF NOT EXISTS known_incident
(
    version UInt32,
    incidents String,
    at DateTime64(3, '{zone}'),
    by String
)
ENGINE = ReplacingMergeTree
ORDER BY version;
