import { DataFeedInput } from '@tocsin/contracts';
import { z } from 'zod';
import { Count, json } from './scalars.ts';

/** A feed as it is kept: what people may see of it, and the secret of its pull, sealed ('' without one). */
export const DataFeedRecord = z.object({
  feed: json(DataFeedInput),
  version: Count,
  sealed: z.string(),
});
export type DataFeedRecord = z.infer<typeof DataFeedRecord>;

/** The id of a feed. */
export const FeedId = z.object({ feed: z.string() });
export type FeedId = z.infer<typeof FeedId>;

/** A feed as somebody left it at some time. */
export const DataFeedVersion = z.object({ feed: json(DataFeedInput), at: z.iso.datetime() });
export type DataFeedVersion = z.infer<typeof DataFeedVersion>;

/** An import of a feed that became visible. */
export const NewestOfFeed = z.object({ feed: z.string(), importId: z.string(), finishedAt: z.iso.datetime() });
export type NewestOfFeed = z.infer<typeof NewestOfFeed>;
