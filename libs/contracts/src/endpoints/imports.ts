import { z } from 'zod';
import { Instant, Sentence } from '../scalars.ts';

export const importStates = ['received', 'running', 'done', 'failed'] as const;

/** One batch on its way in. Always read = accepted + rejected + skipped; accepted = added + updated + duplicate + outdated. */
export const Import = z.object({
  id: z.string(),
  name: z.string(),
  profile: z.string(),
  state: z.enum(importStates),
  receivedAt: Instant,
  finishedAt: Instant.nullable(),
  bytes: z.number(),
  read: z.number().int(),
  accepted: z.number().int(),
  added: z.number().int(),
  updated: z.number().int(),
  duplicate: z.number().int(),
  outdated: z.number().int(),
  rejected: z.number().int(),
  skipped: z.number().int(),
  /** How many rows each reason refused. */
  reasons: z.array(z.object({ code: z.string(), field: z.string(), rows: z.number().int(), sentence: Sentence })),
  error: Sentence.nullable(),
});
export type Import = z.infer<typeof Import>;

/**
 * Takes a file's bytes as the body (CSV `text/csv`, NDJSON `application/x-ndjson`; `Content-Encoding: gzip` allowed).
 * Answers 202 once the body lies safely on disk. The same `Idempotency-Key` answers the same import.
 * `wait=true` answers when its rows are visible in every figure.
 */
export const CreateImport = {
  method: 'POST',
  path: '/api/v1/imports',
  query: z.object({
    profile: z.string().default('canonical'),
    name: z.string().default(''),
    wait: z.stringbool().default(false),
  }),
  reply: Import,
} as const;
export const ListImports = {
  method: 'GET',
  path: '/api/v1/imports',
  reply: z.object({ imports: z.array(Import) }),
} as const;
export const GetImport = { method: 'GET', path: '/api/v1/imports/:id', reply: Import } as const;
/** CSV of the refused rows: row number, code, field, sentence, and the row as it came (personal data masked). */
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
