-- A warning may be about a feed that did not deliver instead of about complaints.

ALTER TABLE alert_event ADD COLUMN IF NOT EXISTS feed LowCardinality(String) AFTER organisation;
