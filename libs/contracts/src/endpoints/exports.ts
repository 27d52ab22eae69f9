import { z } from 'zod';
import { Instant, Sentence } from '../scalars.ts';

/**
 * Tables that can be written in the background; each takes the query of the endpoint of its name. Of cases all are written:
 * `after` and `limit` are not looked at.
 */
export const exportKinds = ['series', 'breakdown', 'cases'] as const;
export const exportFormats = ['csv', 'xlsx', 'arrow'] as const;
export const exportStates = ['waiting', 'running', 'done', 'failed'] as const;

export const ExportInput = z.strictObject({
  kind: z.enum(exportKinds),
  /** What stands behind the question mark of the endpoint's own address. */
  query: z.string().max(8000),
  format: z.enum(exportFormats),
});
export type ExportInput = z.infer<typeof ExportInput>;

/** A table that is being written for somebody, or was. The rows are those that they could see when they asked. */
export const ExportJob = ExportInput.extend({
  id: z.string(),
  state: z.enum(exportStates),
  /** Rows written so far. */
  rows: z.number().int(),
  /** Bytes of the finished file; null before. */
  bytes: z.number().int().nullable(),
  requestedAt: Instant,
  finishedAt: Instant.nullable(),
  /** When the file is removed. */
  expiresAt: Instant,
  dataVersion: z.string(),
  queryHash: z.string(),
  trouble: Sentence.nullable(),
});
export type ExportJob = z.infer<typeof ExportJob>;

/** Begins an export; answers 202 at once. A wrong query is refused with 400, more than ten waiting ones with 409. */
export const CreateExport = { method: 'POST', path: '/api/v1/exports', body: ExportInput, reply: ExportJob } as const;
/** The caller's own exports, the newest first. */
export const ListExports = {
  method: 'GET',
  path: '/api/v1/exports',
  reply: z.object({ exports: z.array(ExportJob) }),
} as const;
/** One of them, to follow its progress. Somebody else's is 404. */
export const GetExport = { method: 'GET', path: '/api/v1/exports/:id', reply: ExportJob } as const;
/** The finished file; 409 before. */
export const GetExportFile = { method: 'GET', path: '/api/v1/exports/:id/file' } as const;
/** Stops it where it runs, and removes its file. */
export const DeleteExport = { method: 'DELETE', path: '/api/v1/exports/:id' } as const;
