import { z } from 'zod';
import { feedKinds, importStates } from '../codes/data-in.ts';
import { Layout } from '../layout.ts';
import { Instant, Sentence } from '../scalars.ts';

const RowReason = z.object({ code: z.string(), field: z.string(), rows: z.number().int(), sentence: Sentence });

/**
 * One batch on its way in. Always read = accepted + rejected + skipped; accepted = added + updated + duplicate +
 * outdated; warned ≤ accepted. With a grain, read, accepted, rejected and skipped count source rows, and added, updated,
 * duplicate and outdated the complaints made of them.
 */
export const Import = z.object({
  id: z.string(),
  name: z.string(),
  profile: z.string(),
  /** Which version of the profile; 0 for the one that ships. */
  profileVersion: z.number().int(),
  /** Why this profile was taken where nobody named one; null where it was named. */
  profileBecause: Sentence.nullable(),
  /** How it came: by a person, a system, the watched folder, or a pull; and the feed it belongs to, or ''. */
  channel: z.enum(feedKinds),
  feed: z.string(),
  state: z.enum(importStates),
  /** Looked at only: nothing was stored, and the counts say what would have become of the rows. */
  dryRun: z.boolean(),
  receivedAt: Instant,
  finishedAt: Instant.nullable(),
  requestedBy: z.string(),
  bytes: z.number(),
  /** How the file was understood; null until it was opened. */
  layout: Layout.nullable(),
  read: z.number().int(),
  accepted: z.number().int(),
  warned: z.number().int(),
  added: z.number().int(),
  updated: z.number().int(),
  duplicate: z.number().int(),
  outdated: z.number().int(),
  rejected: z.number().int(),
  skipped: z.number().int(),
  /** How many rows each reason refused, made doubtful, or skipped. */
  reasons: z.array(RowReason),
  warnings: z.array(RowReason),
  skips: z.array(RowReason),
  error: Sentence.nullable(),
});
export type Import = z.infer<typeof Import>;

/**
 * Takes a file's bytes as the body, in any format and packing that `Layout` names, or the upload of that id.
 * Answers 202 once the body lies safely on disk. The same `Idempotency-Key` of the same sender answers the same import;
 * with other bytes, another profile, or for a dry run instead of an import it is refused with 409.
 * `wait=true` answers when its rows are visible in every figure. Without a profile the one that fits is taken, which the reply
 * names with the reason; where none fits, or several do alike, it is refused with 422.
 */
export const CreateImport = {
  method: 'POST',
  path: '/api/v1/imports',
  query: z.object({
    profile: z.string().optional(),
    name: z.string().default(''),
    upload: z.string().optional(),
    wait: z.stringbool().default(false),
    dryRun: z.stringbool().default(false),
    maxRejectedShare: z.coerce.number().min(0).max(1).optional(),
  }),
  reply: Import,
} as const;

/**
 * Complaints as JSON from a system, at most 1,000 of canonical fields; each row is answered by itself, once visible. The
 * same `Idempotency-Key` answers the same rows again; with other content it is refused with 409. May come as gzip.
 */
export const CreateComplaints = {
  method: 'POST',
  path: '/api/v1/complaints',
  body: z.object({ complaints: z.array(z.record(z.string(), z.unknown())).min(1).max(1000) }),
  reply: z.object({
    import: Import,
    rows: z.array(
      z.object({
        row: z.number().int(),
        outcome: z.enum(['accepted', 'warned', 'rejected', 'skipped']),
        reasons: z.array(z.object({ code: z.string(), field: z.string(), sentence: Sentence })),
      }),
    ),
  }),
} as const;
/** The newest first; all of them, or those of one feed. */
export const ListImports = {
  method: 'GET',
  path: '/api/v1/imports',
  query: z.object({ limit: z.coerce.number().int().min(1).max(500).default(200), feed: z.string().optional() }),
  reply: z.object({ imports: z.array(Import) }),
} as const;
export const GetImport = { method: 'GET', path: '/api/v1/imports/:id', reply: Import } as const;

/** Server-sent events `progress`: the import as it stands and how much of the file has been read; ends when it is over. */
export const FollowImport = { method: 'GET', path: '/api/v1/imports/:id/progress' } as const;
export const ImportProgress = z.object({
  import: Import,
  /** Share of the file's bytes read, 0–1. */
  share: z.number(),
  stage: z.enum(['waiting', 'reading', 'settling', 'adding-up', 'over']),
});
export type ImportProgress = z.infer<typeof ImportProgress>;

/** Breaks an import off before anything of it is visible. One that is visible is withdrawn instead. */
export const CancelImport = { method: 'POST', path: '/api/v1/imports/:id/cancel', reply: Import } as const;

/** Rejected and doubtful rows with their reasons, values masked; as many as a page shows. */
export const ListImportRows = {
  method: 'GET',
  path: '/api/v1/imports/:id/rows',
  query: z.object({
    outcome: z.enum(['rejected', 'warned']).default('rejected'),
    limit: z.coerce.number().int().min(1).max(1000).default(100),
  }),
  reply: z.object({
    rows: z.array(
      z.object({
        row: z.number().int(),
        cells: z.record(z.string(), z.string()),
        reasons: z.array(z.object({ code: z.string(), field: z.string(), sentence: Sentence })),
      }),
    ),
  }),
} as const;

/**
 * The rejected rows as a CSV that can be mended and sent again: the source's own columns as they came, and last
 * `tocsin_row` and `tocsin_reason`, which an import leaves out. Unmasked where the originals are still kept (who asked
 * is in the audit log), masked afterwards; the header `X-Tocsin-Masked` says which.
 */
export const GetRejectedRows = { method: 'GET', path: '/api/v1/imports/:id/rejected' } as const;

/** Exposure by month: CSV with month, region, organisation, line, premium, policies, person_times. A newer import replaces. */
export const CreateExposures = {
  method: 'POST',
  path: '/api/v1/exposures',
  reply: z.object({ accepted: z.number().int(), rejected: z.array(z.object({ row: z.number(), sentence: Sentence })) }),
} as const;

/** Names of codes: CSV with code, zh, en, parent. `name` is a dimension. A newer import replaces the codes it names. */
export const PutDictionary = {
  method: 'PUT',
  path: '/api/v1/dictionaries/:name',
  reply: z.object({ accepted: z.number().int(), rejected: z.array(z.object({ row: z.number(), sentence: Sentence })) }),
} as const;
export const GetDictionaries = {
  method: 'GET',
  path: '/api/v1/dictionaries',
  reply: z.object({
    dictionaries: z.record(z.string(), z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() }))),
  }),
} as const;
export type GetDictionariesReply = z.infer<typeof GetDictionaries.reply>;
