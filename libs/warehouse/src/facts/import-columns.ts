import { type Sql, sql } from '../sql/sql.ts';

/** The columns of `import_batch` as an `ImportRecord`. */
export const importColumns: Sql = sql`
  batch_id AS id, name, profile, profile_version AS profileVersion, profile_because AS profileBecause, channel, feed, dry_run AS dryRun,
  max_rejected_share AS maxRejectedShare, layout, state, received_at AS receivedAt, finished_at AS finishedAt, bytes, read, accepted, warned, added,
  updated, duplicate, outdated, rejected, skipped, reasons, warnings, skips, error, idempotency_key AS idempotencyKey,
  content_sha256 AS contentSha256, content_type AS contentType, content_encoding AS contentEncoding,
  requested_by AS requestedBy`;

/** Leaves batches out whose withdrawal or cancelling has been asked for: the same file sent again is to stay when they are gone. */
export const notTakenBack: Sql = sql`batch_id NOT IN (SELECT subject FROM operator_action WHERE kind IN ('withdraw', 'cancel'))`;
