-- How a file came and was understood, what was doubtful in it, and what was left out.

ALTER TABLE import_batch ADD COLUMN IF NOT EXISTS profile_version UInt32 AFTER profile;
ALTER TABLE import_batch ADD COLUMN IF NOT EXISTS channel LowCardinality(String) DEFAULT 'upload' AFTER profile_version;
ALTER TABLE import_batch ADD COLUMN IF NOT EXISTS feed LowCardinality(String) AFTER channel;
ALTER TABLE import_batch ADD COLUMN IF NOT EXISTS dry_run UInt8 AFTER feed;
ALTER TABLE import_batch ADD COLUMN IF NOT EXISTS max_rejected_share Float64 DEFAULT 1 AFTER dry_run;
ALTER TABLE import_batch ADD COLUMN IF NOT EXISTS layout String AFTER max_rejected_share;
ALTER TABLE import_batch ADD COLUMN IF NOT EXISTS warned UInt64 AFTER accepted;
ALTER TABLE import_batch ADD COLUMN IF NOT EXISTS warnings String DEFAULT '[]' AFTER reasons;
ALTER TABLE import_batch ADD COLUMN IF NOT EXISTS skips String DEFAULT '[]' AFTER warnings;
