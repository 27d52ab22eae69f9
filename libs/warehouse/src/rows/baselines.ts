import { z } from 'zod';

/** What the days of one week should bring to one series of a rule, by the fit of the days before it. */
export const Baseline = z.object({
  /** The series' name within its rule. */
  seriesKey: z.string(),
  /** The Monday that the week begins with. */
  week: z.iso.date(),
  /** Stands for the history that was learned from, and for how. */
  learnedFrom: z.string(),
  /** Expected cases from Monday to Sunday, per unit of exposure where the series has one; null where nothing can be said. */
  rates: z.array(z.number().nullable()).readonly(),
  /** Error of the logarithm of each. */
  errors: z.array(z.number().nullable()).readonly(),
  /** Variance of a count as a multiple of its mean. */
  phi: z.number(),
  /** Days of the history that were not learned from. */
  leftOut: z.number().int(),
});
export type Baseline = z.infer<typeof Baseline>;
