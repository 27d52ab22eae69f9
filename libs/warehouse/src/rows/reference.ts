import { ReferenceVersion } from '@tocsin/contracts';
import { z } from 'zod';
import { Count, json } from './scalars.ts';

/** A row of a reference table at some version: which version put it there, when, and who. */
export const StoredReferenceRow = z.object({
  key: z.string(),
  /** Only the cells that are given. */
  cells: json(z.record(z.string(), z.string())),
  version: Count,
  at: z.iso.datetime(),
  by: z.string(),
});
export type StoredReferenceRow = z.output<typeof StoredReferenceRow>;

export const StoredReferenceVersion = ReferenceVersion.extend({
  table: z.string(),
  version: Count,
  rows: Count,
  added: Count,
  changed: Count,
  removed: Count,
});
export type StoredReferenceVersion = z.output<typeof StoredReferenceVersion>;

/** The names of one code. `parent` is '' at the top. */
export const DictionaryEntry = z.object({
  dictionary: z.string(),
  code: z.string(),
  zh: z.string(),
  en: z.string(),
  parent: z.string(),
});
export type DictionaryEntry = z.infer<typeof DictionaryEntry>;
