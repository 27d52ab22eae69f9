-- Whose due day it is: `source` as it was given, `rules` from the day received, `events` by the rules and what happened to
-- the complaint's time since. '' for rows from before: taken for the source's.

-- cluster: sharded
ALTER TABLE complaint_version ADD COLUMN IF NOT EXISTS due_by LowCardinality(String) AFTER arrived_at;

-- cluster: sharded
ALTER TABLE complaint ADD COLUMN IF NOT EXISTS due_by LowCardinality(String) AFTER arrived_at;
