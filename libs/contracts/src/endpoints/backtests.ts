import { z } from 'zod';
import { Slice, alertEventKinds } from '../alert.ts';
import { RuleDraft } from '../rule/any-rule.ts';
import { Level } from '../rule/level.ts';
import { ruleId } from '../rule/rule-fields.ts';
import { Instant, IsoDay, Sentence } from '../scalars.ts';

/** Something that is known to have happened, and that a rule ought to find. Days `from ≤ day < until`. */
export const KnownIncident = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  label: Sentence,
  from: IsoDay,
  until: IsoDay,
  /** Where; empty for the whole company. */
  slice: Slice,
  /** `verdict`: somebody judged a warning to be right. */
  origin: z.enum(['verdict', 'file']),
  note: z.string().default(''),
});
export type KnownIncident = z.infer<typeof KnownIncident>;

/** All, by the day on which they began. */
export const ListIncidents = {
  method: 'GET',
  path: '/api/v1/incidents',
  reply: z.object({ incidents: z.array(KnownIncident), mayChange: z.boolean() }),
} as const;

/** Puts these in place of all that came from a file; those of verdicts stay. For administrators, risk and analysts. */
export const PutIncidents = {
  method: 'PUT',
  path: '/api/v1/incidents',
  body: z.strictObject({ incidents: z.array(KnownIncident.omit({ origin: true })).max(5000) }),
  reply: ListIncidents.reply,
} as const;

/** The same rule with some fields different: path → value, such as `detector.alpha` → 0.001. */
export const RuleVariant = z.record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.null()]));
export type RuleVariant = z.infer<typeof RuleVariant>;

export const BacktestInput = z.strictObject({
  /** Drafts, or kept rules by id; without `version` the newest. */
  rules: z
    .array(
      z.union([
        z.strictObject({ draft: RuleDraft }),
        z.strictObject({ id: ruleId, version: z.number().int().min(1).optional() }),
      ]),
    )
    .min(1)
    .max(20),
  from: IsoDay,
  until: IsoDay,
  /** Each is tried on every rule that has these fields, beside the rule as it is. */
  alternatives: z.array(RuleVariant).max(20).default([]),
  /** Warnings a week that may be; parameters are suggested for it. Absent: the rule's own budget, if it has one. */
  budgetPerWeek: z.number().positive().max(1000).optional(),
});
export type BacktestInput = z.output<typeof BacktestInput>;

export const backtestStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;

const ByLevel = z.object({ blue: z.number(), yellow: z.number(), orange: z.number(), red: z.number() });

/** A warning that would have been. */
export const BacktestWarning = z.object({
  seriesKey: z.string(),
  slice: Slice,
  /** What it is about: its slice, the places of a cluster, the case or delivery itself. */
  label: Sentence,
  firstBucket: IsoDay,
  lastBucket: IsoDay,
  /** When it would have been given. */
  openedAt: Instant,
  /** The highest it would have had. */
  level: Level,
  /** Everything that would have happened to it until the end of the period, the opening first. */
  changes: z.array(z.object({ at: Instant, kind: z.enum(alertEventKinds), level: Level })),
  observed: z.number().nullable(),
  expected: z.number().nullable(),
  /** The incident that it belongs to, of a cluster the first; null for none that is known. */
  incident: z.string().nullable(),
  /** Days from the incident's onset to the day on which the warning would have been given. */
  delayDays: z.number().int().nullable(),
});
export type BacktestWarning = z.infer<typeof BacktestWarning>;

/** What one rule, or one variant of it, would have done. */
export const BacktestOutcome = z.object({
  ruleId: z.string(),
  /** The version tried; 0 for a draft. */
  version: z.number().int(),
  ruleLabel: Sentence,
  /** Null for the rule as it is. */
  variant: RuleVariant.nullable(),
  /** Why it could not be tried; then everything below is empty. */
  trouble: Sentence.nullable(),
  series: z.number().int(),
  warnings: z.number().int(),
  perWeek: z.number(),
  byLevel: ByLevel,
  /** Those that belong to no known incident; null for a rule about deliveries, which are about none. */
  falsePerWeek: z.number().nullable(),
  /** The newest first, 500 at most. */
  list: z.array(BacktestWarning),
  incidents: z.array(
    z.object({ id: z.string(), label: Sentence, caught: z.boolean(), delayDays: z.number().int().nullable() }),
  ),
  /** What keeps the budget and misses least; null without a budget, or where nothing keeps it. */
  suggested: z
    .object({
      /** Empty where the rule keeps the budget as it is. */
      variant: RuleVariant,
      perWeek: z.number(),
      caught: z.number().int(),
      /** Incidents that the rule finds as it is, and would not find any more. */
      lost: z.array(z.string()),
      /** Days by which the others would be found later, added up. */
      laterDays: z.number().int(),
      because: Sentence,
    })
    .nullable(),
});
export type BacktestOutcome = z.infer<typeof BacktestOutcome>;

export const Backtest = z.object({
  id: z.string(),
  input: BacktestInput,
  by: z.string(),
  at: Instant,
  finishedAt: Instant.nullable(),
  state: z.enum(backtestStates),
  /** 0–1. */
  progress: z.number(),
  error: Sentence.nullable(),
  /** What the past could not tell, and what was assumed instead. */
  notes: z.array(Sentence),
  outcomes: z.array(BacktestOutcome),
});
export type Backtest = z.infer<typeof Backtest>;

/** Tries rules on past data, in the background. For administrators, risk and analysts. */
export const CreateBacktest = {
  method: 'POST',
  path: '/api/v1/backtests',
  body: BacktestInput,
  reply: Backtest,
} as const;

/** The newest first, without their outcomes' lists. */
export const ListBacktests = {
  method: 'GET',
  path: '/api/v1/backtests',
  reply: z.object({ backtests: z.array(Backtest) }),
} as const;

export const GetBacktest = { method: 'GET', path: '/api/v1/backtests/:id', reply: Backtest } as const;

/** Stops one that waits or runs; one that is over stays as it is. */
export const CancelBacktest = { method: 'POST', path: '/api/v1/backtests/:id/cancel', reply: Backtest } as const;
