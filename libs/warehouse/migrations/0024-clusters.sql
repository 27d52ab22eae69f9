-- What the places of a cluster add to it, as JSON text; '' for the signal of a single series.
ALTER TABLE signal ADD COLUMN IF NOT EXISTS members String AFTER note;
