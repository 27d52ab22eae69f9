-- What triggers tell by, of versions whose batch was withdrawn: how many people brought a complaint, about which outlet and
-- agent (a key), and whose its due day is. Versions withdrawn before have none of it: one person, no subject, the source's day.

-- cluster: sharded
ALTER TABLE withdrawn_version
    ADD COLUMN IF NOT EXISTS due_by LowCardinality(String) AFTER row_number,
    ADD COLUMN IF NOT EXISTS group_size UInt32 AFTER is_escalated,
    ADD COLUMN IF NOT EXISTS outlet LowCardinality(String) AFTER sales_channel,
    ADD COLUMN IF NOT EXISTS agent String AFTER outlet;
