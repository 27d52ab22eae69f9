import { z } from 'zod';
import { feedKinds, feedStates, rhythms } from '../codes/data-in.ts';
import { Instant, Sentence } from '../scalars.ts';

/**
 * A way by which a company's data come in again and again, and when they are expected. A pull reads `url`
 * (https://… or s3://bucket/prefix) by `schedule` (cron, product's zone); secrets are write-only. Of a feed of kind
 * `folder` nothing more is said than its id: that is the name of its folder below the one that is watched.
 */
export const DataFeedInput = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  label: Sentence,
  kind: z.enum(feedKinds),
  profile: z.string(),
  rhythm: z.enum(rhythms).default('none'),
  /** `HH:mm` by which the delivery of a period is expected. */
  dueBy: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default('09:00'),
  /** Name of the API key that delivers (kind `api`). */
  apiKey: z.string().default(''),
  pull: z
    .strictObject({
      url: z.string(),
      schedule: z.string(),
      endpoint: z.string().default(''),
      region: z.string().default('us-east-1'),
      accessKey: z.string().default(''),
      /** Write-only; absent keeps what is stored. */
      secretKey: z.string().optional(),
    })
    .nullable()
    .default(null),
  enabled: z.boolean().default(true),
});
export type DataFeedInput = z.input<typeof DataFeedInput>;

export const DataFeed = DataFeedInput.extend({
  version: z.number().int(),
  state: z.enum(feedStates),
  /** When the last batch of this feed became visible. */
  lastImportAt: Instant.nullable(),
  lastImportId: z.string().nullable(),
  /** When the next delivery is due; null without a rhythm. */
  expectedBy: Instant.nullable(),
  /** Where files are put down for it (kind `folder`), a path on the server; null otherwise, and where no folder is watched. */
  folder: z.string().nullable(),
  /** What is wrong, and what to do. */
  trouble: Sentence.nullable(),
});
export type DataFeed = z.infer<typeof DataFeed>;

export const ListDataFeeds = {
  method: 'GET',
  path: '/api/v1/data-feeds',
  reply: z.object({
    feeds: z.array(DataFeed),
    /** The folder that is watched, a path on the server; null where none is (TOCSIN_WATCH_FOLDER). */
    watchedFolder: z.string().nullable(),
  }),
} as const;
/**
 * Keeps a new version of a feed. `expectedVersion` is the version that the sender saw, 0 for a feed that should be new:
 * when another is the newest by now the request is refused with 409 and nothing is changed. Without it the newest version
 * is replaced, whichever it is.
 */
export const PutDataFeed = {
  method: 'PUT',
  path: '/api/v1/data-feeds/:id',
  body: DataFeedInput.extend({ expectedVersion: z.number().int().min(0).optional() }),
  reply: DataFeed,
} as const;
/** Pulls now. Refused with 409 where the feed is none that is pulled, or its secret cannot be opened. */
export const RunDataFeed = { method: 'POST', path: '/api/v1/data-feeds/:id/run', reply: DataFeed } as const;
