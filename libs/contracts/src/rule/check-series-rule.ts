import type { z } from 'zod';
import { type Dimension, treeDimensions } from '../dimension.ts';
import { type Detector, detectorGrains, rateDetectors } from './detector.ts';
import type { RuleGrain } from './rule-fields.ts';
import { type RuleMeasure, isRate, leadingDimensions, leadingOf } from './rule-measure.ts';

interface Given {
  readonly measure: RuleMeasure;
  readonly where: Partial<Record<Dimension, string[]>>;
  readonly split: readonly { readonly dimension: Dimension; readonly level?: number | undefined }[];
  readonly grain: RuleGrain;
  readonly detector: Detector;
}

/** What each field may be by itself but not together. */
export function checkSeriesRule(rule: Given, context: z.core.$RefinementCtx): void {
  const refuse = (path: (string | number)[], message: string) => {
    context.addIssue({ code: 'custom', path, message });
  };
  const { name } = rule.detector;
  if (!detectorGrains[name].includes(rule.grain))
    refuse(['grain'], `${name} judges buckets of ${detectorGrains[name].join(' or ')}`);
  if (isRate(rule.measure)) {
    if (!rateDetectors.includes(name)) refuse(['detector', 'name'], `a rate is judged by ${rateDetectors.join(', ')}`);
    if (rule.grain !== 'month' && rule.grain !== 'quarter')
      refuse(['grain'], 'a rate needs month or quarter: its denominator is known by the month');
  } else if (name === 'peer-median') refuse(['measure'], 'peer-median compares rates, not numbers of cases');
  checkSlices(rule, refuse);
}

function checkSlices(rule: Given, refuse: (path: (string | number)[], message: string) => void): void {
  rule.split.forEach(({ dimension, level }, i) => {
    if (rule.split.findIndex((other) => other.dimension === dimension) < i)
      refuse(['split', i, 'dimension'], `${dimension} is there twice`);
    if (level !== undefined && !treeDimensions.includes(dimension))
      refuse(['split', i, 'level'], `${dimension} has no levels`);
  });
  if (leadingOf(rule.measure) === undefined) return;
  const known = leadingDimensions.join(', ');
  const isKnown = (dimension: string) => leadingDimensions.some((one) => one === dimension);
  rule.split.forEach(({ dimension }, i) => {
    if (!isKnown(dimension)) refuse(['split', i, 'dimension'], `leading series are known by ${known}`);
  });
  for (const dimension of Object.keys(rule.where))
    if (!isKnown(dimension)) refuse(['where', dimension], `leading series are known by ${known}`);
}
