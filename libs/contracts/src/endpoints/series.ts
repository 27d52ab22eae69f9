import { z } from 'zod';
import { dimensions, grains } from '../dimension.ts';
import { ComplaintFilter } from '../filter.ts';
import { measureIds } from '../measure.ts';
import { IsoDay, Sentence } from '../scalars.ts';

/** How an answer came about: reproducible by its query hash on the same data version. */
export const Provenance = z.object({
  dataVersion: z.string(),
  queryHash: z.string(),
  /** The table that answered: a cube, or `complaint FINAL`. */
  answeredBy: z.string(),
});

/**
 * A measure over time. JSON, CSV or Arrow by `Accept`; as a table it has the columns of `points`.
 * Buckets without a complaint are 0; days that no data cover are null. `complete` is 0 for a bucket that has not ended.
 */
export const GetSeries = {
  method: 'GET',
  path: '/api/v1/series',
  query: ComplaintFilter.extend({
    measure: z.enum(measureIds).default('complaints'),
    by: z.enum(grains).default('day'),
    split: z.enum(dimensions).optional(),
    level: z.coerce.number().int().min(1).max(9).optional(),
    /** Keeps the largest n split values and adds the rest up as `…`. */
    top: z.coerce.number().int().min(1).max(50).optional(),
  }),
  reply: z.object({
    points: z.array(
      z.object({ at: IsoDay, split: z.string(), value: z.number().nullable(), complete: z.number().int() }),
    ),
    provenance: Provenance,
  }),
} as const;
export type GetSeriesQuery = z.output<typeof GetSeries.query>;
export type GetSeriesReply = z.infer<typeof GetSeries.reply>;

/**
 * A measure by the values of one dimension over the filter's period, beside the same period a year before and the
 * period of equal length just before (null where no data cover them).
 */
export const GetBreakdown = {
  method: 'GET',
  path: '/api/v1/breakdown',
  query: ComplaintFilter.extend({
    measure: z.enum(measureIds).default('complaints'),
    by: z.enum(dimensions),
    level: z.coerce.number().int().min(1).max(9).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(100),
  }),
  reply: z.object({
    rows: z.array(
      z.object({
        code: z.string(),
        value: z.number().nullable(),
        yearBefore: z.number().nullable(),
        periodBefore: z.number().nullable(),
      }),
    ),
    provenance: Provenance,
  }),
} as const;
export type GetBreakdownQuery = z.output<typeof GetBreakdown.query>;
export type GetBreakdownReply = z.infer<typeof GetBreakdown.reply>;

/** One indicator of the overview with its comparisons; null figures carry the reason in `missing`. */
export const Indicator = z.object({
  measure: z.enum(measureIds),
  value: z.number().nullable(),
  yearBefore: z.number().nullable(),
  periodBefore: z.number().nullable(),
  /** The last thirteen buckets of the natural grain of the period, oldest first, for the spark line. */
  spark: z.array(z.number().nullable()),
  missing: Sentence.nullable(),
  /** For rates: the last month whose denominator was used. */
  denominatorUntil: IsoDay.nullable(),
});
export type Indicator = z.infer<typeof Indicator>;

/** The overview's cards, for the filter's slice and period. */
export const GetIndicators = {
  method: 'GET',
  path: '/api/v1/indicators',
  query: ComplaintFilter,
  reply: z.object({
    indicators: z.array(Indicator),
    /** Overdue and due within five days, as of today, in the slice. */
    timeliness: z.object({ asOf: IsoDay, overdue: z.number().int(), nearDue: z.number().int() }),
    provenance: Provenance,
  }),
} as const;
export type GetIndicatorsReply = z.infer<typeof GetIndicators.reply>;

/** How fresh the data are; what the status line shows. */
export const GetFreshness = {
  method: 'GET',
  path: '/api/v1/freshness',
  reply: z.object({
    /** Newest moment a complaint was received, or null when nothing has been imported. */
    receivedUntil: z.string().nullable(),
    firstDay: IsoDay.nullable(),
    lastImportAt: z.string().nullable(),
    today: IsoDay,
    timeZone: z.string(),
    dataVersion: z.string(),
    /** Days inside the covered period without a single row, where that is not plausible. */
    gaps: z.array(z.object({ from: IsoDay, until: IsoDay })),
  }),
} as const;
export type GetFreshnessReply = z.infer<typeof GetFreshness.reply>;
