import { z } from 'zod';
import { bases, dimensions } from './dimension.ts';
import { countIds } from './measure/measures.ts';
import { Sentence } from './scalars.ts';

/** Ⅳ–Ⅰ: blue, yellow, orange, red; in rising order. */
export const levels = ['blue', 'yellow', 'orange', 'red'] as const;
export const Level = z.enum(levels);
export type Level = z.infer<typeof Level>;

export const ThresholdDetector = z.object({
  name: z.literal('threshold'),
  /** Fires when a bucket holds at least this many. */
  atLeast: z.number().positive(),
  level: Level,
});

export const EarsC2Detector = z.object({
  name: z.literal('ears-c2'),
  baseline: z.number().int().min(4).max(60).default(28),
  alpha: z.number().gt(0).lt(0.5).default(0.001),
  minSigma: z.number().min(0).default(0.5),
});

/** Weeks against the same season of past years; see `farringtonFlexible` in detection. */
export const FarringtonFlexibleDetector = z.object({
  name: z.literal('farrington-flexible'),
  alpha: z.number().gt(0).lt(0.5).default(0.005),
  years: z.number().int().min(2).max(10).default(5),
  fewestYears: z.number().int().min(1).max(10).default(3),
  guard: z.number().int().min(0).max(52).default(26),
  method: z.enum(['predNB', 'nbPlugin', 'muan', 'delta']).default('predNB'),
});

/** Days against weekday, Chinese calendar, season and trend; see `dailyRegression` in detection. */
export const DailyRegressionDetector = z.object({
  name: z.literal('daily-regression'),
  alpha: z.number().gt(0).lt(0.5).default(0.005),
  years: z.number().int().min(1).max(5).default(3),
  guard: z.number().int().min(0).max(60).default(14),
});

/** A level that rises little by little; see `slowDrift` in detection. */
export const SlowDriftDetector = z.object({
  name: z.literal('slow-drift'),
  trained: z.number().int().min(12).max(1500).default(104),
  rise: z.number().gt(1).max(10).default(1.5),
  runLength: z.number().min(20).max(10_000).default(520),
});

/** Fewer than one case a bucket; see `rareEvents` in detection. */
export const RareEventsDetector = z.object({
  name: z.literal('rare-events'),
  alpha: z.number().gt(0).lt(0.5).default(0.001),
  baseline: z.number().int().min(26).max(1500).default(365),
  guard: z.number().int().min(0).max(60).default(7),
});

/**
 * What is watched: one measure, cut into one series per combination of `split` values (tree dimensions cut at the given
 * level), at a grain, by a detector. `minCount` keeps tiny counts from ever firing. Append-only: a change is a new version.
 */
export const Rule = z.object({
  id: z.string().regex(/^[a-z0-9-]{3,60}$/),
  version: z.number().int().positive(),
  label: Sentence,
  enabled: z.boolean(),
  measure: z.enum(countIds),
  basis: z.enum(bases),
  where: z.partialRecord(z.enum(dimensions), z.array(z.string())),
  split: z.array(z.object({ dimension: z.enum(dimensions), level: z.number().int().positive().optional() })).max(3),
  grain: z.enum(['day', 'week']),
  detector: z.discriminatedUnion('name', [ThresholdDetector, EarsC2Detector]),
  minCount: z.number().int().min(0),
});
export type Rule = z.infer<typeof Rule>;

/**
 * The watch over the company's data feeds: a delivery that is due and has not come opens a data warning, blue, and so many
 * missed in a row make it yellow and orange. It counts no complaints, so it has no measure and no slice.
 */
export const FeedRule = z.object({
  kind: z.literal('missing-feed'),
  id: Rule.shape.id,
  version: Rule.shape.version,
  label: Sentence,
  enabled: z.boolean(),
  yellowFrom: z.number().int().min(1),
  orangeFrom: z.number().int().min(1),
});
export type FeedRule = z.infer<typeof FeedRule>;

/** Whatever is watched. */
export const AnyRule = z.union([FeedRule, Rule]);
export type AnyRule = z.infer<typeof AnyRule>;
export type Detector = Rule['detector'];
