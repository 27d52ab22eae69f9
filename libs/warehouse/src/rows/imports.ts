import { z } from 'zod';
import { Import, Layout, Sentence, importStates } from '@tocsin/contracts';
import { Count, Digits, Flag, MaybeInstant, MaybeSentenceJson, json } from './scalars.ts';

export const RejectReason = z.object({
  code: z.string(),
  field: z.string(),
  rows: z.number().int(),
  sentence: Sentence,
});
export type RejectReason = z.infer<typeof RejectReason>;

/** '' until the file was opened. */
const MaybeLayout = z
  .string()
  .transform((text): unknown => (text === '' ? null : JSON.parse(text)))
  .pipe(Layout.nullable());

/** One batch on its way in, as kept in `import_batch`: the contract's `Import` plus what only the server needs. */
export const ImportRecord = z.object({
  id: z.string(),
  name: z.string(),
  profile: z.string(),
  profileVersion: Count,
  profileBecause: MaybeSentenceJson,
  channel: Import.shape.channel,
  feed: z.string(),
  dryRun: Flag,
  /** A batch of which a larger share of rows is refused stops before anything is visible. */
  maxRejectedShare: z.number(),
  layout: MaybeLayout,
  state: z.enum(importStates),
  receivedAt: z.iso.datetime(),
  finishedAt: MaybeInstant,
  bytes: Count,
  read: Count,
  accepted: Count,
  warned: Count,
  added: Count,
  updated: Count,
  duplicate: Count,
  outdated: Count,
  rejected: Count,
  skipped: Count,
  reasons: json(z.array(RejectReason)),
  warnings: json(z.array(RejectReason)),
  skips: json(z.array(RejectReason)),
  error: MaybeSentenceJson,
  /** '' when the sender gave none. */
  idempotencyKey: z.string(),
  /** Hex digest of the body as stored. */
  contentSha256: z.string(),
  /** The content type and encoding of the spooled body, so that a restart can read it again. */
  contentType: z.string(),
  contentEncoding: z.string(),
  /** Account or key that sent it. */
  requestedBy: z.string(),
});
export type ImportRecord = z.infer<typeof ImportRecord>;

/** One refused row. `raw` is the row as it came, personal data masked, as JSON text. */
export const RejectedRow = z.object({
  batchId: z.string(),
  rowNumber: Count,
  reasons: json(z.array(z.object({ code: z.string(), field: z.string(), sentence: Sentence }))),
  raw: z.string(),
  /** Keyed hashes of the people in the row. */
  personKeys: z.array(z.string()),
});
export type RejectedRow = z.infer<typeof RejectedRow>;

/** Something doubtful about an accepted row; `shown` is the value, masked, '' for a personal field. */
export const RowWarning = z.object({
  batchId: z.string(),
  rowNumber: Count,
  complaintId: z.string(),
  code: z.string(),
  field: z.string(),
  shown: z.string(),
  expected: z.string(),
});
export type RowWarning = z.infer<typeof RowWarning>;

/** What a batch did to `complaint`. added + updated + duplicate + outdated = its rows in `complaint_version`. */
export const Settlement = z.object({
  batchId: z.string(),
  rows: Count,
  added: Count,
  updated: Count,
  duplicate: Count,
  outdated: Count,
  /** Stored days that have to give way because a newer version says another day. */
  moved: Count,
  /** First days of the months whose figures change. */
  months: z.array(z.iso.date()),
});
export type Settlement = z.infer<typeof Settlement>;

export const DirtyMonth = z.object({ month: z.iso.date(), mark: Digits });
export type DirtyMonth = z.infer<typeof DirtyMonth>;
