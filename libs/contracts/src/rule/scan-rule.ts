import { z } from 'zod';
import { bases } from '../dimension.ts';
import { countIds } from '../measure/measures.ts';
import { Level } from './level.ts';
import { Where, keptFields, ruleFields } from './rule-fields.ts';

const scanFields = {
  ...ruleFields,
  kind: z.literal('scan'),
  measure: z.enum(countIds).default('complaints'),
  basis: z.enum(bases).default('company'),
  where: Where.default({}),
  /** What may cluster: regions and cities by their neighbours, organisations by their tree. */
  over: z.enum(['regions', 'cities', 'organisations']),
  /** What cases are to be in proportion to: the business of a place (where is there more than its share?), or its own history. */
  offset: z.enum(['premium', 'policies', 'expected']).default('expected'),
  grain: z.enum(['day', 'week']).default('week'),
  /** The longest cluster, in buckets back from the newest; every shorter one is tried too. */
  windows: z.number().int().min(1).max(26).default(4),
  /** What a cluster must be: this improbable, or expected by chance once in so many days or more. */
  limit: z
    .union([
      z.strictObject({ alpha: z.number().gt(0).lt(0.5) }),
      z.strictObject({ recurrenceDays: z.number().int().min(7).max(36_500) }),
    ])
    .default({ recurrenceDays: 365 }),
  simulations: z.number().int().min(99).max(9999).default(999),
  seed: z.number().int().min(0).default(1),
  minCount: z.number().int().min(0).default(5),
  /** Of a cluster at the limit; one higher for one ten times less probable that is large as well. */
  level: Level.default('orange'),
};

/** Looks for places that together have more cases than their exposure or their history explains. */
export const ScanRule = z.object({ ...scanFields, ...keptFields });
export type ScanRule = z.infer<typeof ScanRule>;

/** The same as somebody writes it. */
export const ScanDraft = z.strictObject(scanFields);
