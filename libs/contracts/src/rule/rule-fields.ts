import { z } from 'zod';
import { dimensions } from '../dimension.ts';
import { Sentence } from '../scalars.ts';

/** Buckets that a rule may look at. */
export const ruleGrains = ['day', 'week', 'month', 'quarter'] as const;
export type RuleGrain = (typeof ruleGrains)[number];

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/**
 * When people are there for a rule's warnings: on these weekdays (1 is Monday), from … until …, in the company's zone. A
 * warning below red that is found outside waits until they begin.
 */
export const ActiveHours = z.strictObject({
  weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
  from: ClockTime,
  until: ClockTime,
});
export type ActiveHours = z.infer<typeof ActiveHours>;

/** When a warning goes down by a level, and ends below blue. */
export const Hysteresis = z.strictObject({
  /** Calm periods running. */
  calmPeriods: z.number().int().min(1).max(60),
  /** A period is calm below this share of its upper bound. */
  calmShare: z.number().gt(0).max(1).default(0.8),
});
export type Hysteresis = z.infer<typeof Hysteresis>;

/** When an excess has which level. p is the chance of one series, q that of its whole family of series. */
export const LevelLimits = z.strictObject({
  blueBelowP: z.number().gt(0).max(1).default(0.01),
  yellowBelowQ: z.number().gt(0).max(1).default(0.05),
  orangeBelowQ: z.number().gt(0).max(1).default(0.01),
  redBelowQ: z.number().gt(0).max(1).default(0.001),
  /** Red besides needs observed ÷ expected of at least this … */
  redFromRatio: z.number().min(1).max(100).default(2),
  /** … and this many cases above expectation. */
  redFromExcess: z.number().min(0).default(5),
  /**
   * A family counts as at least so many series. Without it the only series of a rule would have q = p, and every blue
   * would at once be orange.
   */
  smallestFamily: z.number().int().min(1).max(10_000).default(20),
});
export type LevelLimits = z.infer<typeof LevelLimits>;

/** Tree and other codes that a rule is limited to; an ancestor keeps its descendants, an empty list everything. */
export const Where = z.partialRecord(z.enum(dimensions), z.array(z.string()));

export const ruleId = z.string().regex(/^[a-z0-9-]{3,60}$/);

/** What every rule has, whatever it watches. */
export const ruleFields = {
  id: ruleId,
  label: Sentence,
  enabled: z.boolean().default(true),
  /** Who answers for the rule; free text. */
  owner: z.string().trim().max(120).default(''),
  /** Null: at any time. */
  activeHours: ActiveHours.nullable().default(null),
  /** Days after the end of a warning within which it reopens in place of another being created. Null: the grain's default. */
  coolDownDays: z.number().int().min(0).max(365).nullable().default(null),
  /** Null: 2 weeks or 3 days under 80 % of the bound. */
  hysteresis: Hysteresis.nullable().default(null),
  /** Warnings a week that somebody has accepted for this rule. Null: nobody has said. */
  budgetPerWeek: z.number().positive().max(1000).nullable().default(null),
  /** Null: the product's defaults. */
  levels: LevelLimits.nullable().default(null),
};

/** What a rule has once it is kept. Versions count from 1 and are never changed. */
export const keptFields = {
  version: z.number().int().positive(),
  /** Switched off for good: it cannot be switched on or changed again, and its id is not given to another. */
  removed: z.boolean().default(false),
};
