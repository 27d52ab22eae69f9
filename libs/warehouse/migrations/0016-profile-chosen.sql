-- Why the profile of an import was taken where its sender named none; '' where it was named.

ALTER TABLE import_batch ADD COLUMN IF NOT EXISTS profile_because String AFTER profile_version;
