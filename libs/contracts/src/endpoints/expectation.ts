import { z } from 'zod';
import { Slice } from '../alert.ts';
import { dimensions, grains } from '../dimension.ts';
import { ComplaintFilter } from '../filter.ts';
import { countIds } from '../measure/measures.ts';
import { IsoDay, Sentence } from '../scalars.ts';
import { Provenance } from './series.ts';

/** What was to be expected: counts from `lower` to `upper` come in 95 of 100 such stretches. Null with less than a year of history. */
const Expected = z.object({
  expected: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
});

/**
 * The expected band of a count over time, each bucket from the days before it alone: weekday, holidays, season, trend. Of
 * a bucket that still runs, the days that are over.
 *
 * `maturity` is the share of the bucket's complaints that has arrived by now, from the delays of late reports; below one half it is
 * not mature, and no fall. `nowcast` is its count in the end with a 95 % interval. Both null where delays are not known (history
 * handed over at once, other counts than complaints); `nowcast` also where all has come.
 */
export const GetExpectation = {
  method: 'GET',
  path: '/api/v1/expectation',
  query: ComplaintFilter.extend({
    measure: z.enum(countIds).default('complaints'),
    by: z.enum(grains).default('week'),
  }),
  reply: z.object({
    points: z.array(
      Expected.extend({
        at: IsoDay,
        maturity: z.number().nullable(),
        nowcast: z.object({ expected: z.number(), lower: z.number(), upper: z.number() }).nullable(),
      }),
    ),
    provenance: Provenance,
  }),
} as const;
export type GetExpectationQuery = z.output<typeof GetExpectation.query>;
export type GetExpectationReply = z.infer<typeof GetExpectation.reply>;

/**
 * A count by the values of a dimension, beside what the period was expected to bring; by falling excess. `chance` is how
 * often so many or more (or, below expectation, so few or fewer) come when nothing has changed.
 */
export const GetExcess = {
  method: 'GET',
  path: '/api/v1/excess',
  query: ComplaintFilter.extend({
    measure: z.enum(countIds).default('complaints'),
    by: z.enum(dimensions),
    level: z.coerce.number().int().min(1).max(9).optional(),
  }),
  reply: z.object({
    rows: z.array(Expected.extend({ code: z.string(), observed: z.number(), chance: z.number().nullable() })),
    provenance: Provenance,
  }),
} as const;
export type GetExcessQuery = z.output<typeof GetExcess.query>;
export type GetExcessReply = z.infer<typeof GetExcess.reply>;

export const Change = z.object({
  /** One or two dimensions with their codes. */
  slice: Slice,
  observed: z.number(),
  expected: z.number(),
  /** How often so far from expectation in either direction, when nothing has changed. */
  chance: z.number(),
  /** In words: "about once in 14 months by chance". */
  rarity: Sentence,
  /** The open warning about the same slice. */
  alertId: z.string().nullable(),
});
export type Change = z.infer<typeof Change>;

/**
 * The (at most three) slices of the filter's complaints that changed most surprisingly in its period, by evidence and not by
 * size, no two about the same cases. Of all slices looked at, at most one in twenty of those named is named by chance
 * (Benjamini–Hochberg). None: nothing is unusual; `note` says so where there is too little history to tell.
 */
export const GetChanges = {
  method: 'GET',
  path: '/api/v1/changes',
  query: ComplaintFilter,
  reply: z.object({
    changes: z.array(Change),
    looked: z.number().int(),
    note: Sentence.nullable(),
    provenance: Provenance,
  }),
} as const;
export type GetChangesReply = z.infer<typeof GetChanges.reply>;
