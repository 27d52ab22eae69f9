import { z } from 'zod';
import { ComplaintFilter } from '../filter.ts';
import { countIds } from '../measure/measures.ts';
import { IsoDay, Sentence } from '../scalars.ts';
import { MissingDays, Provenance } from './series.ts';

/** Why a place is not looked at: nobody knows where it is, it did not report, or what to hold it against is not known. */
export const placeLeftOut = ['unknown-place', 'missing-data', 'too-little-history', 'no-exposure'] as const;
/** Why no cluster can be looked for. */
export const cannotScan = [...placeLeftOut, 'no-data', 'too-few-places', 'no-cases'] as const;

/** Places that together have more than their history or their business explains. */
export const Cluster = z.object({
  /** By falling excess. */
  members: z.array(z.object({ code: z.string(), observed: z.number(), expected: z.number() })),
  /** Since when: the cluster's days are `from ≤ day < until`, and end with the period. */
  from: IsoDay,
  until: IsoDay,
  observed: z.number(),
  expected: z.number(),
  /** Observed ÷ expected within, over the same outside; null where nothing came outside. */
  relativeRisk: z.number().nullable(),
  /** Log-likelihood ratio, divided by the dispersion. */
  llr: z.number(),
  /** By simulation, for all places and windows together. */
  pValue: z.number(),
  /** Days until chance alone brings such a cluster again, were one looked for after each step of the windows. */
  recurrenceDays: z.number(),
  /** The same in words: "by chance about once in 14 months". */
  rarity: Sentence,
  /** What its baseline did without, such as days of known events, and why; null for nothing. */
  baseline: Sentence.nullable(),
});
export type Cluster = z.infer<typeof Cluster>;

/**
 * Clusters of regions or organisations that stand at the end of the filter's period: of days, weeks or four weeks (as long as
 * the period is), so many of the newest as fit into it are tried, the whole period last. The same question on the same data
 * has the same p. Without a cluster `lowestP` says how near the likeliest place comes; `cannot` and `note` say why none
 * can be looked for.
 */
export const GetClusters = {
  method: 'GET',
  path: '/api/v1/clusters',
  query: ComplaintFilter.extend({
    measure: z.enum(countIds).default('complaints'),
    by: z.enum(['region', 'organisation']).default('region'),
    offset: z.enum(['expected', 'premium', 'policies']).default('expected'),
    alpha: z.coerce.number().min(0.001).max(0.2).default(0.05),
  }),
  reply: z.object({
    clusters: z.array(Cluster),
    lowestP: z.number().nullable(),
    /** What was looked at: the period as far as it is over, since the last gap. */
    from: IsoDay,
    until: IsoDay,
    places: z.number().int(),
    leftOut: z.array(z.object({ code: z.string(), reason: z.enum(placeLeftOut) })),
    cannot: z.enum(cannotScan).nullable(),
    /** What was left out, or why nothing can be said, in words. */
    note: Sentence.nullable(),
    /** Days of the period that overdue feeds leave out: the figures lack them. */
    missing: z.array(MissingDays),
    provenance: Provenance,
  }),
} as const;
export type GetClustersQuery = z.output<typeof GetClusters.query>;
export type GetClustersReply = z.infer<typeof GetClusters.reply>;
