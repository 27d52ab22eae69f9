import type { z } from 'zod';
import { type Dimension, treeDimensions } from '../dimension.ts';
import { type Detector, detectorGrains, rateDetectors } from './detector.ts';
import type { RuleGrain } from './rule-fields.ts';
import {
  type RuleMeasure,
  exposureDimensions,
  exposureNeutral,
  isRate,
  leadingDimensions,
  leadingOf,
} from './rule-measure.ts';

interface Given {
  readonly measure: RuleMeasure;
  readonly where: Partial<Record<Dimension, string[]>>;
  readonly split: readonly { readonly dimension: Dimension; readonly level?: number | undefined }[];
  readonly grain: RuleGrain;
  readonly detector: Detector;
}

type Refuse = (path: (string | number)[], en: string, zh: string) => void;

/** What each field may be by itself but not together. The Chinese sentence goes along as `params.zh`. */
export function checkSeriesRule(rule: Given, context: z.core.$RefinementCtx): void {
  const refuse: Refuse = (path, message, zh) => {
    context.addIssue({ code: 'custom', path, message, params: { zh } });
  };
  const { name } = rule.detector;
  const grains = detectorGrains[name];
  if (!grains.includes(rule.grain))
    refuse(['grain'], `${name} judges buckets of ${grains.join(' or ')}`, `${name} 只能用于 ${grains.join('、')}`);
  if (isRate(rule.measure)) {
    if (!rateDetectors.includes(name))
      refuse(
        ['detector', 'name'],
        `a rate is judged by ${rateDetectors.join(', ')}`,
        `比率只能用 ${rateDetectors.join('、')}`,
      );
    if (rule.grain !== 'month' && rule.grain !== 'quarter')
      refuse(
        ['grain'],
        'a rate needs month or quarter: its denominator is known by the month',
        '比率只能按 month 或 quarter：分母按月提供',
      );
  } else if (name === 'peer-median')
    refuse(['measure'], 'peer-median compares rates, not numbers of cases', 'peer-median 比较的是比率，不是件数');
  checkSlices(rule, refuse);
}

function checkSlices(rule: Given, refuse: Refuse): void {
  rule.split.forEach(({ dimension, level }, i) => {
    if (rule.split.findIndex((other) => other.dimension === dimension) < i)
      refuse(['split', i, 'dimension'], `${dimension} is there twice`, `${dimension} 出现了两次`);
    if (level !== undefined && !treeDimensions.includes(dimension))
      refuse(['split', i, 'level'], `${dimension} has no levels`, `${dimension} 没有层级`);
  });
  const known = knownBy(rule.measure);
  if (known === undefined) return;
  const { split, where, en, zh } = known;
  rule.split.forEach(({ dimension }, i) => {
    if (!split.includes(dimension)) refuse(['split', i, 'dimension'], en, zh);
  });
  for (const dimension of Object.keys(rule.where))
    if (!where.some((one) => one === dimension)) refuse(['where', dimension], en, zh);
}

/** By what a measure can be cut and limited; undefined for what can be by everything. */
function knownBy(measure: RuleMeasure) {
  if (leadingOf(measure) !== undefined) {
    const all: readonly Dimension[] = leadingDimensions;
    return {
      ...{ split: all, where: all },
      en: `leading series are known by ${all.join(', ')}`,
      zh: `先行指标只能按 ${all.join('、')} 区分`,
    };
  }
  if (!isRate(measure)) return undefined;
  const split: readonly Dimension[] = exposureDimensions;
  return {
    ...{ split, where: [...split, ...exposureNeutral] },
    en: `premium, policies and person-times are known by ${split.join(', ')}`,
    zh: `保费、保单和人次只能按 ${split.join('、')} 区分`,
  };
}
