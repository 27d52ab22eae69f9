import { z } from 'zod';
import { grains } from '../dimension.ts';
import { IsoDay, Sentence, listParam } from '../scalars.ts';
import { medianMeasures, sectors } from '../sectors.ts';

export const annotationKinds = ['taxonomy-change', 'organisation-change', 'holiday', 'marked'] as const;

/** What a chart of the period should mark: a code that changed, an organisation that merged, a holiday. */
export const GetAnnotations = {
  method: 'GET',
  path: '/api/v1/annotations',
  query: z.object({ from: IsoDay, until: IsoDay }),
  reply: z.object({
    annotations: z.array(z.object({ day: IsoDay, kind: z.enum(annotationKinds), text: Sentence })),
  }),
} as const;
export type GetAnnotationsReply = z.infer<typeof GetAnnotations.reply>;

/**
 * The industry's published medians that fall into the days from ≤ … < until, oldest first. A quarter, sector or measure that no
 * bulletin gave is not there: unknown, not zero. A restated value is the newest one; `versions` counts how many there were.
 */
export const GetMedians = {
  method: 'GET',
  path: '/api/v1/medians',
  query: z.object({
    from: IsoDay,
    until: IsoDay,
    measure: z.enum(medianMeasures).optional(),
    sector: z.enum(sectors).optional(),
  }),
  reply: z.object({
    medians: z.array(
      z.object({
        period: z.string(),
        from: IsoDay,
        until: IsoDay,
        /** As the bulletin says it. */
        region: z.string(),
        sector: z.enum(sectors),
        measure: z.enum(medianMeasures),
        value: z.number(),
        unit: z.string(),
        /** Not read from the bulletin itself but worked out or quoted from elsewhere. */
        derived: z.boolean(),
        versions: z.number().int(),
        bulletin: z.object({ title: z.string(), url: z.string() }),
        note: z.string(),
      }),
    ),
  }),
} as const;
export type GetMediansQuery = z.output<typeof GetMedians.query>;
export type GetMediansReply = z.infer<typeof GetMedians.reply>;

/** Works counters whose period lies within the days from ≤ … < until; counted together over organisations below the one asked for. */
export const GetWorks = {
  method: 'GET',
  path: '/api/v1/works',
  query: z.object({ from: IsoDay, until: IsoDay, kind: listParam, organisation: listParam }),
  reply: z.object({
    works: z.array(
      z.object({
        period: z.string(),
        from: IsoDay,
        until: IsoDay,
        kind: z.string(),
        metric: z.string(),
        value: z.number(),
      }),
    ),
  }),
} as const;
export type GetWorksQuery = z.output<typeof GetWorks.query>;
export type GetWorksReply = z.infer<typeof GetWorks.reply>;

/** Leading series by bucket and series. A bucket outside the days for which the series has any row is null, inside it 0. */
export const GetLeadingSeries = {
  method: 'GET',
  path: '/api/v1/leading-series',
  query: z.object({
    from: IsoDay,
    until: IsoDay,
    by: z.enum(grains).default('day'),
    series: listParam,
    region: listParam,
    organisation: listParam,
    line: listParam,
    channel: listParam,
  }),
  reply: z.object({
    points: z.array(z.object({ at: IsoDay, series: z.string(), value: z.number().nullable() })),
  }),
} as const;
export type GetLeadingSeriesQuery = z.output<typeof GetLeadingSeries.query>;
export type GetLeadingSeriesReply = z.infer<typeof GetLeadingSeries.reply>;
