import { z } from 'zod';
import { bases, treeViews } from './dimension.ts';
import { IsoDay, listParam } from './scalars.ts';

/**
 * Which complaints a question is about. `from ≤ day received < until`, days in the product's zone. Each list keeps a
 * complaint that has any of its values; an empty list keeps all. Tree codes keep their descendants. A value with a leading
 * `!` leaves out instead (see `exclusion.ts`).
 */
export const ComplaintFilter = z.object({
  from: IsoDay,
  until: IsoDay,
  basis: z.enum(bases).default('company'),
  tree: z.enum(treeViews).default('as-of'),
  /** The day whose trees `as-of` takes; absent: today's. */
  treeOn: IsoDay.optional(),
  source: listParam,
  region: listParam,
  organisation: listParam,
  line: listParam,
  product: listParam,
  sales_channel: listParam,
  intake_channel: listParam,
  link: listParam,
  reason: listParam,
  /** One step below the region, see `cityOf`. */
  city: listParam,
  org_handling: listParam,
  department: listParam,
  complainant_kind: listParam,
  special_group: listParam,
  status: listParam,
  outcome: listParam,
  settlement: listParam,
  /** `2026-01`: months in which the policy was sold. */
  sale_month: listParam,
});
export type ComplaintFilter = z.output<typeof ComplaintFilter>;
export type ComplaintFilterInput = z.input<typeof ComplaintFilter>;
