import { z } from 'zod';
import { dimensions, grains } from '../dimension.ts';
import { ComplaintFilter } from '../filter.ts';
import { type MeasureId, measureIds } from '../measure/measures.ts';
import { Instant, IsoDay, Sentence, listParam } from '../scalars.ts';

/** How an answer came about: reproducible by its query hash on the same data version. */
export const Provenance = z.object({
  dataVersion: z.string(),
  queryHash: z.string(),
  /** The table that answered: a cube, or `complaint FINAL`. */
  answeredBy: z.string(),
});

/** Days `from ≤ day < until` that an overdue feed should have brought: what is counted there is not all of it. */
export const MissingDays = z.object({ feed: z.string(), label: Sentence, from: IsoDay, until: IsoDay });
export type MissingDays = z.infer<typeof MissingDays>;

/**
 * What a series is set beside: the same buckets a year before (同比; weeks 52 weeks before), as much time just before
 * (环比), or the days that lie as far from the Spring Festival a year before, for periods that end by 31 March.
 */
export const comparisons = ['year', 'period', 'lunar'] as const;
export type Comparison = (typeof comparisons)[number];

/**
 * A measure over time. JSON, CSV or Arrow by `Accept`; as a table it has the columns of `points`.
 * Buckets without a complaint are 0; days that no data cover are null. `complete` is 0 for a bucket that has not ended, and
 * for one that lacks days of an overdue feed: `missing` names them. `compared` is what `compare` asks for: null without it,
 * and where it would reach before the first day of data. A bucket that still runs is set beside as many days as are over.
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
    compare: z.enum(comparisons).optional(),
  }),
  reply: z.object({
    points: z.array(
      z.object({
        at: IsoDay,
        split: z.string(),
        value: z.number().nullable(),
        compared: z.number().nullable(),
        complete: z.number().int(),
      }),
    ),
    missing: z.array(MissingDays),
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
        /** What the value is made of: the denominator of a ratio, otherwise the cases counted. */
        cases: z.number(),
        yearBefore: z.number().nullable(),
        periodBefore: z.number().nullable(),
      }),
    ),
    /** Days of the period that overdue feeds leave out: the figures lack them. */
    missing: z.array(MissingDays),
    provenance: Provenance,
  }),
} as const;
export type GetBreakdownQuery = z.output<typeof GetBreakdown.query>;
export type GetBreakdownReply = z.infer<typeof GetBreakdown.reply>;

/** A measure by the values of two dimensions; the largest of each, the rest added up as `…`. No cell: nothing there. */
export const GetHeatMap = {
  method: 'GET',
  path: '/api/v1/heat-map',
  query: ComplaintFilter.extend({
    measure: z.enum(measureIds).default('complaints'),
    by: z.enum(dimensions),
    level: z.coerce.number().int().min(1).max(9).optional(),
    across: z.enum(dimensions),
    acrossLevel: z.coerce.number().int().min(1).max(9).optional(),
    top: z.coerce.number().int().min(1).max(50).default(20),
  }),
  reply: z.object({
    cells: z.array(z.object({ code: z.string(), across: z.string(), value: z.number().nullable(), cases: z.number() })),
    /** Days of the period that overdue feeds leave out: the figures lack them. */
    missing: z.array(MissingDays),
    provenance: Provenance,
  }),
} as const;
export type GetHeatMapQuery = z.output<typeof GetHeatMap.query>;
export type GetHeatMapReply = z.infer<typeof GetHeatMap.reply>;

/**
 * The values of a dimension from the worst on, each with its place in the period before. Those with fewer cases than
 * `fewest` have no place: chance would decide it. Equal figures share a place. `cases` as in `GetBreakdown`.
 */
export const GetRanking = {
  method: 'GET',
  path: '/api/v1/ranking',
  query: ComplaintFilter.extend({
    measure: z.enum(measureIds).default('complaints'),
    by: z.enum(dimensions),
    level: z.coerce.number().int().min(1).max(9).optional(),
    fewest: z.coerce.number().int().min(0).max(10_000).default(10),
  }),
  reply: z.object({
    rows: z.array(
      z.object({
        code: z.string(),
        value: z.number().nullable(),
        cases: z.number(),
        place: z.number().int().nullable(),
        periodBefore: z.number().nullable(),
        placeBefore: z.number().int().nullable(),
      }),
    ),
    /** Days of the period that overdue feeds leave out: the figures lack them. */
    missing: z.array(MissingDays),
    provenance: Provenance,
  }),
} as const;
export type GetRankingQuery = z.output<typeof GetRanking.query>;
export type GetRankingReply = z.infer<typeof GetRanking.reply>;

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

/** Asked for where a caller names none. */
const usualIndicators: readonly MeasureId[] = [
  'complaints',
  'chasers',
  'repeats',
  'escalated',
  'withdrawn',
  'closed',
  'per_100m_premium',
  'per_10k_policies',
  'on_time_closure',
  'mean_handling_days',
];

/** Some measures with their comparisons, for the filter's slice and period: the overview's cards. */
export const GetIndicators = {
  method: 'GET',
  path: '/api/v1/indicators',
  query: ComplaintFilter.extend({
    measure: listParam
      .pipe(z.array(z.enum(measureIds)))
      .transform((asked) => (asked.length === 0 ? usualIndicators : asked)),
  }),
  reply: z.object({
    indicators: z.array(Indicator),
    /** Overdue and due within five days, as of today, in the slice. */
    timeliness: z.object({ asOf: IsoDay, overdue: z.number().int(), nearDue: z.number().int() }),
    /** Days of the period that overdue feeds leave out: the figures lack them. */
    missing: z.array(MissingDays),
    provenance: Provenance,
  }),
} as const;
export type GetIndicatorsQuery = z.output<typeof GetIndicators.query>;
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
    /** Feeds that are overdue: since when, how many deliveries, when the last one came, and the days they leave out. */
    missing: z.array(MissingDays.extend({ due: Instant, overdue: z.number().int(), lastImportAt: Instant.nullable() })),
  }),
} as const;
export type GetFreshnessReply = z.infer<typeof GetFreshness.reply>;
