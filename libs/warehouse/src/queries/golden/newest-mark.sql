-- any
SELECT greatest(
  (SELECT max(mark) FROM touched_month),
  (SELECT max(revision) FROM import_batch),
  (SELECT max(revision) FROM action_outcome),
  (SELECT max(revision) FROM session)) AS mark
-- {}
