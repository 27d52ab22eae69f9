import { z } from 'zod';
import { Count, MaybeSentenceJson } from './scalars.ts';

/** An object that a feed has fetched: what it was like then, and the import that it became. */
export const PulledObject = z.object({
  feed: z.string(),
  /** Its address: `https://…` without secrets, or `s3://bucket/key`. */
  object: z.string(),
  /** As the other side gave them; '' where it gives none. */
  etag: z.string(),
  lastModified: z.string(),
  bytes: Count,
  importId: z.string(),
  at: z.iso.datetime(),
});
export type PulledObject = z.infer<typeof PulledObject>;

/** How the last pull of a feed went, or what last became of the files in its folder ('' for files of no feed). */
export const PullOutcome = z.object({
  feed: z.string(),
  at: z.iso.datetime(),
  /** Objects or files that were new and are safely here. */
  objects: z.number().int(),
  trouble: MaybeSentenceJson,
});
export type PullOutcome = z.infer<typeof PullOutcome>;
