import { z } from 'zod';
import { rowOutcomes } from '../codes/data-in.ts';
import { Layout } from '../layout.ts';
import { Profile } from '../profile.ts';
import { Sentence } from '../scalars.ts';

/**
 * Resumable uploads by the tus protocol 1.0.0 (creation, expiration, termination):
 * POST creates and answers `Location`, PATCH appends at `Upload-Offset`, HEAD says how far it is, DELETE drops it. Only
 * whoever began an upload sees it; one that lies untouched is removed after a day (configurable).
 * An upload that is whole can be inspected, previewed under a profile, and imported (`CreateImport` with `upload`).
 */
export const CreateUpload = { method: 'POST', path: '/api/v1/uploads' } as const;
export const FindUpload = { method: 'HEAD', path: '/api/v1/uploads/:id' } as const;
export const AppendUpload = { method: 'PATCH', path: '/api/v1/uploads/:id' } as const;
export const DeleteUpload = { method: 'DELETE', path: '/api/v1/uploads/:id' } as const;

/** One column of a file as the wizard shows it. Samples are masked. */
export const InspectedColumn = z.object({
  name: z.string(),
  samples: z.array(z.string()),
  /** Share of the rows seen in which the column has a value. */
  filled: z.number(),
  /** The canonical field it seems to be, how sure that is (0–1), and why. */
  suggestion: z.object({ field: z.string(), confidence: z.number(), because: Sentence }).nullable(),
});

/** What was understood of a file. `evidence` says in sentences how each part of the layout was found. */
export const Inspection = z.object({
  layout: Layout,
  evidence: z.array(Sentence),
  /** Names of the sheets of a workbook, or of the files in a zip. */
  sheets: z.array(z.string()),
  entries: z.array(z.string()),
  columns: z.array(InspectedColumn),
  rowsSeen: z.number().int(),
  /** A profile made from names and values; null where nothing can be proposed. */
  suggested: Profile.nullable(),
  confidence: z.number(),
  /** What the values prove nothing about: only a person can say, and until then the suggestion may not be usable. */
  questions: z
    .array(
      z.object({
        code: z.string(),
        field: z.string(),
        /** '' where it is about no column. */
        column: z.string(),
        choices: z.array(z.string()),
        /** The values that are no codes, those that need no masking; at most 50. */
        values: z.array(z.string()).default([]),
        sentence: Sentence,
      }),
    )
    .default([]),
  /** Stored profiles that this file fits, best first. */
  fits: z.array(z.object({ profile: z.string(), label: Sentence, share: z.number() })),
  /** Why the file cannot be read at all; everything else is then empty. */
  refusal: Sentence.nullable(),
});
export type Inspection = z.infer<typeof Inspection>;

export const InspectUpload = {
  method: 'POST',
  path: '/api/v1/uploads/:id/inspect',
  /** Parts of the layout that a person overrides. */
  body: z.object({ layout: Layout.partial().default({}) }),
  reply: Inspection,
} as const;

/** What would become of the first rows: source cells and canonical values, both masked. */
export const Preview = z.object({
  rows: z.array(
    z.object({
      row: z.number().int(),
      outcome: z.enum(rowOutcomes),
      cells: z.array(z.string()),
      values: z.record(z.string(), z.string()),
      reasons: z.array(z.object({ code: z.string(), field: z.string(), sentence: Sentence })),
    }),
  ),
  columns: z.array(z.string()),
  /** Over the rows that were looked at, at most some thousand. */
  seen: z.number().int(),
  counts: z.object({
    accepted: z.number().int(),
    warned: z.number().int(),
    rejected: z.number().int(),
    skipped: z.number().int(),
  }),
  /** Why the file does not fit the profile; no rows then. */
  misfit: Sentence.nullable(),
});
export type Preview = z.infer<typeof Preview>;

export const PreviewUpload = {
  method: 'POST',
  path: '/api/v1/uploads/:id/preview',
  body: z.object({
    profile: Profile,
    layout: Layout.partial().default({}),
    rows: z.number().int().min(1).max(100).default(20),
  }),
  reply: Preview,
} as const;
