import { z } from 'zod';
import { ComplaintFilter } from '../filter.ts';
import { IsoDay } from '../scalars.ts';
import { DueBand } from './cases.ts';
import { Provenance } from './series.ts';

/** Open complaints of one value: how many, over their due day, and due within the longest warning. */
export const OpenCounts = z.object({
  code: z.string(),
  open: z.number().int(),
  overdue: z.number().int(),
  nearDue: z.number().int(),
});
export type OpenCounts = z.infer<typeof OpenCounts>;

/**
 * Complaints that are open at the end of a day, whenever received: the filter's period is not looked at. Due days are those
 * known now; `overdue` and the bands agree with the clock of each case.
 */
export const GetTimeliness = {
  method: 'GET',
  path: '/api/v1/timeliness',
  query: ComplaintFilter.extend({
    /** Absent: today. */
    asOf: IsoDay.optional(),
    /** Level of the organisations; 1 is the top. */
    level: z.coerce.number().int().min(1).max(9).default(1),
    limit: z.coerce.number().int().min(1).max(500).default(50),
  }),
  reply: z.object({
    asOf: IsoDay,
    open: z.number().int(),
    /** Days left with which warnings are due, the largest first. */
    warnAt: z.array(z.number().int()),
    /** Apart from each other; they add up to `open`. */
    bands: z.array(z.object({ band: DueBand, count: z.number().int() })),
    /** Open complaints by whose due day counts. */
    by: z.object({ source: z.number().int(), rules: z.number().int() }),
    /** By days since receipt, both ends included; `to` null for the oldest. */
    ageing: z.array(
      z.object({
        from: z.number().int(),
        to: z.number().int().nullable(),
        open: z.number().int(),
        overdue: z.number().int(),
      }),
    ),
    stages: z.array(OpenCounts),
    organisations: z.array(OpenCounts),
    departments: z.array(OpenCounts),
    provenance: Provenance,
  }),
} as const;
export type GetTimelinessQuery = z.output<typeof GetTimeliness.query>;
export type GetTimelinessReply = z.infer<typeof GetTimeliness.reply>;
