import { z } from 'zod';
import { bases, dimensions } from '../dimension.ts';
import { Detector, DetectorDraft } from './detector.ts';
import { checkSeriesRule } from './check-series-rule.ts';
import { Where, keptFields, ruleFields, ruleGrains } from './rule-fields.ts';
import { ruleMeasures } from './rule-measure.ts';

export const Split = z.strictObject({
  dimension: z.enum(dimensions),
  /** Of a tree: cut at this level, 1 is the top. Absent: at its leaves. */
  level: z.number().int().positive().optional(),
});

const seriesFields = {
  ...ruleFields,
  kind: z.literal('series').optional().default('series'),
  measure: z.enum(ruleMeasures),
  basis: z.enum(bases).default('company'),
  where: Where.default({}),
  split: z.array(Split).max(3).default([]),
  grain: z.enum(ruleGrains),
  /** Tiny counts never fire. */
  minCount: z.number().int().min(0).default(0),
};

/**
 * What is watched: one measure, cut into one series per combination of `split` values (tree dimensions cut at the given
 * level), at a grain, by a detector. Append-only: a change is a new version.
 */
export const SeriesRule = z.object({ ...seriesFields, ...keptFields, detector: Detector });
export type SeriesRule = z.infer<typeof SeriesRule>;
export type SeriesRuleInput = z.input<typeof SeriesRule>;

/** The same as somebody writes it. */
export const SeriesDraft = z.strictObject({ ...seriesFields, detector: DetectorDraft }).superRefine(checkSeriesRule);
