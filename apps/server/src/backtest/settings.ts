import { defaultPolicy } from '@tocsin/alerting';
import { type RuleVariant, type SeriesRule, isRate } from '@tocsin/contracts';
import type { Keeps } from './replayed-rule.ts';

/** Chances to try as the limit below which a bucket gets a level at all. */
const CHANCES = [0.003, 0.001, 3e-4, 1e-4, 3e-5, 1e-5, 1e-6, 1e-8] as const;
/** By how much orders and factors are raised. */
const RAISES = [1.25, 1.5, 2, 3, 5] as const;

/** A stricter setting of a rule. With `keeps` its warnings follow from the chances already found, without judging anew. */
export interface Setting {
  readonly variant: RuleVariant;
  readonly keeps: Keeps | undefined;
}

/** Stricter settings of a rule that may keep a budget, the mildest first. */
export function stricterSettings({ measure, detector, levels }: SeriesRule): Setting[] {
  const raised = (path: string, value: number): Setting[] =>
    RAISES.map((by) => ({ variant: { [path]: Number((value * by).toPrecision(3)) }, keeps: undefined }));
  switch (detector.name) {
    case 'threshold':
      return raised('detector.atLeast', detector.atLeast).map(({ variant, keeps }) => {
        const atLeast = Number(variant['detector.atLeast']);
        return { variant: { 'detector.atLeast': isRate(measure) ? atLeast : Math.ceil(atLeast) }, keeps };
      });
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
