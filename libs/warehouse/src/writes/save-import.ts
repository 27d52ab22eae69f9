import type { Warehouse } from '../connection/warehouse.ts';
import type { ImportRecord } from '../rows/imports.ts';

/** Inserts the batch or replaces it by its id: the last one saved is the current one. */
export async function saveImport(warehouse: Warehouse, record: ImportRecord): Promise<void> {
  await warehouse.insert('import_batch', [
    {
      batch_id: record.id,
      revision: warehouse.nextMark(),
      name: record.name,
      profile: record.profile,
      profile_version: record.profileVersion,
      profile_because: record.profileBecause === null ? '' : JSON.stringify(record.profileBecause),
      channel: record.channel,
      feed: record.feed,
      dry_run: record.dryRun,
      max_rejected_share: record.maxRejectedShare,
      layout: record.layout === null ? '' : JSON.stringify(record.layout),
      state: record.state,
      received_at: record.receivedAt,
      finished_at: record.finishedAt,
      bytes: record.bytes,
      read: record.read,
      accepted: record.accepted,
      warned: record.warned,
      added: record.added,
      updated: record.updated,
      duplicate: record.duplicate,
      outdated: record.outdated,
      rejected: record.rejected,
      skipped: record.skipped,
      reasons: JSON.stringify(record.reasons),
      warnings: JSON.stringify(record.warnings),
      skips: JSON.stringify(record.skips),
      error: record.error === null ? '' : JSON.stringify(record.error),
      idempotency_key: record.idempotencyKey,
      content_sha256: record.contentSha256,
      content_type: record.contentType,
      content_encoding: record.contentEncoding,
      requested_by: record.requestedBy,
    },
  ]);
}
