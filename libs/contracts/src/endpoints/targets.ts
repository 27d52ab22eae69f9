import { z } from 'zod';
import { bases } from '../dimension.ts';
import { measureIds } from '../measure/measures.ts';
import { IsoDay, Sentence, listParam } from '../scalars.ts';
import { Provenance } from './series.ts';

const Interval = z.object({ lower: z.number(), upper: z.number() });

/** Where the year's count will end; see `yearEnd` in libs/detection. */
const Forecast = z.object({
  expected: z.number(),
  /** Holds the year's count in 80, and in 95, of 100 such years. */
  likely: Interval,
  wide: Interval,
  /** The chance that the year ends above the target. */
  chanceAbove: z.number(),
});

/**
 * The year's targets of one slice, with what has come of each and where it will end. A slice is the whole, one organisation, one
 * region, or both; a target counts for exactly its own slice, never for parts of it. A caller of one organisation gets its targets.
 */
export const GetTargets = {
  method: 'GET',
  path: '/api/v1/targets',
  query: z.object({
    /** Absent: this year. */
    year: z.coerce.number().int().min(2000).max(2100).optional(),
    measure: listParam.pipe(z.array(z.enum(measureIds))),
    organisation: z.string().default(''),
    region: z.string().default(''),
  }),
  reply: z.object({
    year: z.number().int(),
    /** The days counted: `from ≤ day < until`, up to yesterday and to the last day with data. */
    from: IsoDay,
    until: IsoDay,
    /** 时间进度: the share of the year's days that is over. */
    timeShare: z.number(),
    targets: z.array(
      z.object({
        measure: z.enum(measureIds),
        basis: z.enum(bases),
        organisation: z.string(),
        region: z.string(),
        target: z.number(),
        note: z.string(),
        /** The measure over the days counted; null where it is unknown. */
        actual: z.number().nullable(),
        /** For counts: the share of the target that is used up. */
        used: z.number().nullable(),
        /** For counts: the share of the whole last year that had come by the same day; null where no data cover it. */
        seasonalShare: z.number().nullable(),
        /** For numbers of cases, with a year of history; null otherwise, and `missing` says why. */
        forecast: Forecast.nullable(),
        missing: Sentence.nullable(),
      }),
    ),
    provenance: Provenance,
  }),
} as const;
export type GetTargetsQuery = z.output<typeof GetTargets.query>;
export type GetTargetsReply = z.infer<typeof GetTargets.reply>;
