import { z } from 'zod';
import { Instant, IsoDay, Sentence } from '../scalars.ts';

/** How a version came to be: a file merged into the table or in its place, one row changed, an earlier state restored. */
export const referenceModes = ['merge', 'replace', 'row', 'restore'] as const;

/** A state of a table. Versions count from 1 and are never changed; 0 is the empty table before the first. */
export const ReferenceVersion = z.object({
  version: z.number().int(),
  at: Instant,
  by: z.string(),
  mode: z.enum(referenceModes),
  /** The file's name, or what was restored. */
  name: z.string(),
  /** Rows of the table at that version, and what the version did to them. */
  rows: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  removed: z.number().int(),
});
export type ReferenceVersion = z.infer<typeof ReferenceVersion>;

/** The tables of the catalogue `referenceTables` with what each holds; those without a row included. */
export const ListReference = {
  method: 'GET',
  path: '/api/v1/reference',
  reply: z.object({
    tables: z.array(
      z.object({
        table: z.string(),
        rows: z.number().int(),
        /** Null for a table that has never been written. */
        newest: ReferenceVersion.nullable(),
        /** The last day, month or period that the table reaches, as its cell says it; null where it has no time. */
        reaches: z.string().nullable(),
      }),
    ),
  }),
} as const;
export type ListReferenceReply = z.infer<typeof ListReference.reply>;

/** A row: its key as addresses name it, its cells by column (missing ones are ''), and which version put it there. */
export const ReferenceRow = z.object({
  key: z.string(),
  cells: z.record(z.string(), z.string()),
  version: z.number().int(),
  at: Instant,
  by: z.string(),
  /** What a reader should know: a derived figure, for instance. */
  marks: z.array(Sentence),
});
export type ReferenceRow = z.infer<typeof ReferenceRow>;

/**
 * The rows of a table, now, at a `version`, or as it was known at the end of the day `asOf`. JSON (a page of it), or CSV by
 * `Accept` (all of it, columns as an import takes them). `search` keeps rows with the text in any cell.
 */
export const GetReference = {
  method: 'GET',
  path: '/api/v1/reference/:table',
  query: z.object({
    version: z.coerce.number().int().min(0).optional(),
    asOf: IsoDay.optional(),
    search: z.string().default(''),
    limit: z.coerce.number().int().min(1).max(5000).default(500),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  reply: z.object({
    table: z.string(),
    /** The version that was read. */
    version: z.number().int(),
    /** Rows that fit, beyond this page too. */
    total: z.number().int(),
    rows: z.array(ReferenceRow),
  }),
} as const;
export type GetReferenceQuery = z.output<typeof GetReference.query>;
export type GetReferenceReply = z.infer<typeof GetReference.reply>;

const RowSentence = z.object({ row: z.number().int(), sentence: Sentence });

/** What became of a change. accepted = added + changed + unchanged rows of the file; `removed` only by `replace`. */
export const ReferenceOutcome = z.object({
  table: z.string(),
  /** The version made; the newest there was where nothing changed or nothing was to be stored. */
  version: z.number().int(),
  dryRun: z.boolean(),
  accepted: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  removed: z.number().int(),
  /** Rows not taken, by their number in the file, and why. The others are taken all the same. */
  rejected: z.array(RowSentence),
  /** Rows taken with a remark. */
  marked: z.array(RowSentence),
});
export type ReferenceOutcome = z.infer<typeof ReferenceOutcome>;

/**
 * A file for a table: CSV or any format and packing that `Layout` names, header in either language or by column name.
 * `merge` adds and changes, `replace` also removes what the file does not name. With `replace`, a refused row stores nothing.
 */
export const PostReference = {
  method: 'POST',
  path: '/api/v1/reference/:table',
  query: z.object({
    mode: z.enum(['merge', 'replace']).default('merge'),
    name: z.string().default(''),
    dryRun: z.stringbool().default(false),
  }),
  reply: ReferenceOutcome,
} as const;
export type PostReferenceQuery = z.output<typeof PostReference.query>;

/**
 * Writes one row. `key` says which row is edited (percent-encoded); where the cells have another key, the old row goes.
 * 422 says what is wrong with the cells.
 */
export const PutReferenceRow = {
  method: 'PUT',
  path: '/api/v1/reference/:table/rows/:key',
  body: z.object({ cells: z.record(z.string(), z.string()) }),
  reply: ReferenceOutcome,
} as const;
export const DeleteReferenceRow = {
  method: 'DELETE',
  path: '/api/v1/reference/:table/rows/:key',
  reply: ReferenceOutcome,
} as const;

/** All versions, newest first. */
export const GetReferenceHistory = {
  method: 'GET',
  path: '/api/v1/reference/:table/history',
  reply: z.object({ versions: z.array(ReferenceVersion) }),
} as const;

/** Makes the table what it was at `version`, as a new version. */
export const RestoreReference = {
  method: 'POST',
  path: '/api/v1/reference/:table/restore',
  body: z.object({ version: z.number().int().min(0) }),
  reply: ReferenceOutcome,
} as const;
