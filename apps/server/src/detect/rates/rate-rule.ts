import { type AnyRule, type RateId, type SeriesRule, isRate } from '@tocsin/contracts';

/** How a rate can be judged. */
export type RateDetector = Extract<SeriesRule['detector'], { name: 'threshold' | 'change' | 'peer-median' }>;

/** A series rule about a published rate. */
export interface RateRule extends SeriesRule {
  readonly measure: RateId;
  readonly grain: 'month' | 'quarter';
  readonly detector: RateDetector;
}

/** Whether a rule is about a rate, by months or quarters and by a way to judge one: the contract refuses any other. */
export const isRateRule = (rule: AnyRule): rule is RateRule =>
  rule.kind === 'series' &&
  isRate(rule.measure) &&
  (rule.grain === 'month' || rule.grain === 'quarter') &&
  ['threshold', 'change', 'peer-median'].includes(rule.detector.name);

/** Months of a bucket. */
export const MONTHS = { month: 1, quarter: 3 } as const;
/** Buckets of a year. */
export const PER_YEAR = { month: 12, quarter: 4 } as const;
