import { z } from 'zod';
import { ComplaintFilter } from '../filter.ts';
import { IsoDay } from '../scalars.ts';
import { Provenance } from './series.ts';

/**
 * 按销售月: complaints by the month in which the policy was sold and the months since, of the `months` sale months that end before
 * the filter's last day. The filter's first day does not count: a month's cohort is followed from its sale on.
 */
export const GetSaleCohorts = {
  method: 'GET',
  path: '/api/v1/sale-cohorts',
  query: ComplaintFilter.extend({ months: z.coerce.number().int().min(1).max(48).default(18) }),
  reply: z.object({
    /** Complaints received before this day are counted. */
    until: IsoDay,
    /** The oldest sale month first. */
    cohorts: z.array(
      z.object({
        /** `2026-01` */
        month: z.string(),
        /** Policies of the sale month in the slice, from the table of denominators; null where they are not known. */
        policies: z.number().nullable(),
        /** One a month since the sale, 0 being the sale month itself, up to the last one that data reach. */
        cells: z.array(
          z.object({
            age: z.number().int(),
            /** Null where the month lies before the first day with data. */
            cases: z.number().nullable(),
            /** All cases from the sale up to here; null where a month before is unknown. */
            total: z.number().nullable(),
            /** `total` ÷ policies × 10,000. */
            per10k: z.number().nullable(),
            /** False while the month still runs: more will come. */
            mature: z.boolean(),
          }),
        ),
      }),
    ),
    provenance: Provenance,
  }),
} as const;
export type GetSaleCohortsQuery = z.output<typeof GetSaleCohorts.query>;
export type GetSaleCohortsReply = z.infer<typeof GetSaleCohorts.reply>;
