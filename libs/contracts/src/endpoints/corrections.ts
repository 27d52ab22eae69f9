import { z } from 'zod';
import { actionStates } from '../codes/data-in.ts';
import { ComplaintFilter } from '../filter.ts';
import { Instant, IsoDay, Sentence } from '../scalars.ts';

/** Takes a whole batch back: every figure becomes what it would be had the batch never come. */
export const WithdrawImport = {
  method: 'POST',
  path: '/api/v1/imports/:id/withdraw',
  /** With `wait` the answer comes when it has been carried out. */
  query: z.object({ wait: z.stringbool().default(false) }),
  body: z.object({ reason: z.string().min(1).max(500) }),
  reply: z.object({ state: z.enum(actionStates) }),
} as const;

/**
 * A request of a person to have their data removed (个人信息删除). The value itself is never stored, but for the number of
 * a complaint. An identity number or phone finds every complaint in which it was ever given; a name only complaints
 * that are known by the name alone, since others of that name may be somebody else's.
 */
export const Erasure = z.object({
  id: z.string(),
  by: z.enum(['identity', 'phone', 'name', 'complaint']),
  /** How the value looked, masked. */
  shown: z.string(),
  reason: z.string(),
  state: z.enum(actionStates),
  requestedAt: Instant,
  requestedBy: z.string(),
  finishedAt: Instant.nullable(),
  /** Complaints removed. Rows that come again later are turned away, and the import that brought them says how many. */
  complaints: z.number().int(),
});
export type Erasure = z.infer<typeof Erasure>;

export const CreateErasure = {
  method: 'POST',
  path: '/api/v1/erasures',
  query: z.object({ wait: z.stringbool().default(false) }),
  body: z.object({
    by: z.enum(['identity', 'phone', 'name', 'complaint']),
    value: z.string().min(1).max(200),
    reason: z.string().min(1).max(500),
  }),
  reply: Erasure,
} as const;
export const ListErasures = {
  method: 'GET',
  path: '/api/v1/erasures',
  reply: z.object({ erasures: z.array(Erasure) }),
} as const;

/** From a figure to where its rows came from: the batches whose versions stand behind the filter's complaints now. */
export const GetLineage = {
  method: 'GET',
  path: '/api/v1/lineage',
  query: ComplaintFilter,
  reply: z.object({
    batches: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        profile: z.string(),
        receivedAt: Instant,
        complaints: z.number().int(),
        firstRow: z.number().int(),
        lastRow: z.number().int(),
      }),
    ),
    complaints: z.number().int(),
  }),
} as const;

/** Every version of one complaint, newest first: which batch and row it came from, when it was known. */
export const GetComplaintVersions = {
  method: 'GET',
  path: '/api/v1/complaints/:id/versions',
  reply: z.object({
    versions: z.array(
      z.object({
        version: z.string(),
        current: z.boolean(),
        batchId: z.string(),
        batchName: z.string(),
        row: z.number().int(),
        arrivedAt: Instant,
        receivedOn: IsoDay,
        status: z.string(),
      }),
    ),
    sentence: Sentence.nullable(),
  }),
} as const;
