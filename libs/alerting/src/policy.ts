import { type AnyRule, LevelLimits, type RuleGrain } from '@tocsin/contracts';

/** What a rule may say about its warnings. */
export type RulePolicy = Pick<AnyRule, 'levels' | 'hysteresis' | 'coolDownDays'>;

/** How warnings behave; everything that a company may want otherwise. */
export interface AlertPolicy {
  readonly levels: LevelLimits;
  /** Calm periods running after which a warning goes down by one level. */
  readonly calmPeriods: Readonly<Record<RuleGrain, number>>;
  /** A period is calm below this share of its upper bound. */
  readonly calmShare: number;
  /** Days after the end of a warning within which a new excess reopens it instead of opening another. */
  readonly coolDownDays: Readonly<Record<RuleGrain, number>>;
}

export const defaultPolicy: AlertPolicy = {
  levels: LevelLimits.parse({}),
  calmPeriods: { day: 3, week: 2, month: 2, quarter: 1 },
  calmShare: 0.8,
  coolDownDays: { day: 14, week: 28, month: 93, quarter: 184 },
};

const everyGrain = (value: number) => ({ day: value, week: value, month: value, quarter: value });

/** How the warnings of one rule behave: the defaults, but for what the rule says itself. */
export function policyOf({ levels, hysteresis, coolDownDays }: RulePolicy): AlertPolicy {
  return {
    levels: levels ?? defaultPolicy.levels,
    calmPeriods: hysteresis === null ? defaultPolicy.calmPeriods : everyGrain(hysteresis.calmPeriods),
    calmShare: hysteresis?.calmShare ?? defaultPolicy.calmShare,
    coolDownDays: coolDownDays === null ? defaultPolicy.coolDownDays : everyGrain(coolDownDays),
  };
}
