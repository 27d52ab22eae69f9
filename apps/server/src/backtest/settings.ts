import { defaultPolicy } from '@tocsin/alerting';
import { type RuleVariant, type ScanRule, type SeriesRule, type TriggerRule, isRate } from '@tocsin/contracts';
import type { Keeps } from './replay/bucket-warnings.ts';
import type { ReplayableRule } from './replay/replayed-rule.ts';

/** Chances to try as the limit below which a bucket gets a level at all. */
const CHANCES = [0.003, 0.001, 3e-4, 1e-4, 3e-5, 1e-5, 1e-6, 1e-8] as const;
/** By how much orders and factors are raised. */
const RAISES = [1.25, 1.5, 2, 3, 5] as const;

/** A stricter setting of a rule. With `keeps` its warnings follow from the chances already found, without judging anew. */
export interface Setting {
  readonly variant: RuleVariant;
  readonly keeps: Keeps | undefined;
}

/**
 * Stricter settings of a rule that may keep a budget, the mildest first; none for a rule that tells every single case or
 * delivery: there is nothing about it that could be stricter.
 */
export function stricterSettings(rule: ReplayableRule): Setting[] {
  switch (rule.kind) {
    case 'series':
      return ofSeries(rule);
    case 'scan':
      return ofScan(rule);
    case 'trigger':
      return ofTrigger(rule);
    case 'missing-feed':
      return [];
  }
}

const raised = (path: string, value: number): Setting[] =>
  RAISES.map((by) => ({ variant: { [path]: Number((value * by).toPrecision(3)) }, keeps: undefined }));

/** Numbers of people and cases are whole. */
const raisedWhole = (path: string, value: number): Setting[] =>
  RAISES.map((by) => ({ variant: { [path]: Math.ceil(value * by) }, keeps: undefined }));

/** The clusters of a stricter setting are others' successors at times: it is replayed, on the same simulated maps. */
const ofScan = ({ limit }: ScanRule): Setting[] =>
  'alpha' in limit
    ? RAISES.map((by) => ({ variant: { 'limit.alpha': Number((limit.alpha / by).toPrecision(3)) }, keeps: undefined }))
    : raisedWhole('limit.recurrenceDays', limit.recurrenceDays);

function ofTrigger({ trigger }: TriggerRule): Setting[] {
  switch (trigger.name) {
    case 'joint-people':
    case 'same-place-surrender':
      return raisedWhole('trigger.people', trigger.people);
    case 'repeated-subject':
      return trigger.timesUsual > 0
        ? raised('trigger.timesUsual', trigger.timesUsual)
        : raisedWhole('trigger.cases', trigger.cases);
    case 'due-in':
      if (trigger.each === 'case') return [];
      return trigger.timesUsual > 0
        ? raised('trigger.timesUsual', trigger.timesUsual)
        : raisedWhole('trigger.fewest', trigger.fewest);
    case 'media':
      return [];
  }
}

function ofSeries({ measure, detector, levels }: SeriesRule): Setting[] {
  switch (detector.name) {
    case 'threshold':
      return (isRate(measure) ? raised : raisedWhole)('detector.atLeast', detector.atLeast);
    case 'above-expected':
    case 'change':
    case 'peer-median':
      return raised('detector.factor', detector.factor);
    case 'slow-drift':
      return raised('detector.runLength', detector.runLength);
    case 'glr-cusum':
      return raised('detector.limit', detector.limit);
    default: {
      const limit = (levels ?? defaultPolicy.levels).blueBelowP;
      // A level is given below the limit alone, and which one does not depend on it: what stays is as it was.
      return CHANCES.filter((chance) => chance < limit).map((chance) => ({
        variant: { 'levels.blueBelowP': chance },
        keeps: ({ pValue }) => pValue !== null && pValue < chance,
      }));
    }
  }
}
