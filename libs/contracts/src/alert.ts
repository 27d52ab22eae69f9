import { z } from 'zod';
import { alertVerdicts } from './codes/alert-verdicts.ts';
import { dimensions } from './dimension.ts';
import { Level } from './rule/level.ts';
import { ruleGrains } from './rule/rule-fields.ts';
import { Instant, IsoDay, Sentence } from './scalars.ts';

/** The slice a warning is about: dimension → code. Empty means the whole company. */
export const Slice = z.partialRecord(z.enum(dimensions), z.string());
export type Slice = z.infer<typeof Slice>;

/** One value of one dimension inside a warning's slice, and how far it went past expectation; frozen at firing. */
export const Contributor = z.object({
  dimension: z.enum(dimensions),
  code: z.string(),
  observed: z.number(),
  expected: z.number(),
  /** observed − expected, in cases. */
  excess: z.number(),
  /** excess ÷ the whole slice's excess; may pass 1 where other values fell. */
  share: z.number(),
});
export type Contributor = z.infer<typeof Contributor>;

/** What can happen to a warning; one row each, append-only. */
export const alertEventKinds = ['opened', 'raised', 'lowered', 'continued', 'reopened', 'resolved'] as const;

export const AlertEvent = z.object({
  seq: z.number().int().positive(),
  kind: z.enum(alertEventKinds),
  /** When it was decided. */
  at: Instant,
  /** The first day of the bucket that caused it. */
  bucket: IsoDay,
  level: Level,
  because: Sentence,
});
export type AlertEvent = z.infer<typeof AlertEvent>;

/** What somebody made of it, and when; null takes back what was said before. */
export const AlertVerdict = z.object({
  verdict: z.enum(alertVerdicts).nullable(),
  note: z.string(),
  at: Instant,
  by: z.string(),
});
export type AlertVerdict = z.infer<typeof AlertVerdict>;

/** The current state of one warning, made from its events. */
export const Alert = z.object({
  id: z.string(),
  ruleId: z.string(),
  ruleVersion: z.number().int(),
  ruleLabel: Sentence,
  slice: Slice,
  grain: z.enum(ruleGrains),
  state: z.enum(['open', 'resolved']),
  level: Level,
  peakLevel: Level,
  openedAt: Instant,
  changedAt: Instant,
  resolvedAt: Instant.nullable(),
  /** First and latest bucket that were in excess. */
  firstBucket: IsoDay,
  lastBucket: IsoDay,
  observed: z.number(),
  expected: z.number(),
  upper: z.number(),
  pValue: z.number().nullable(),
  headline: Sentence,
  /**
   * The feed whose delivery is missing: a data warning, which counts missed deliveries as `observed` and is about no
   * slice. Null for a warning about complaints.
   */
  feed: z.string().nullable(),
});
export type Alert = z.infer<typeof Alert>;
