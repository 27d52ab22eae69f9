import type { Label } from '../code-set.ts';
import type { QuantileMeasure, RatioMeasure } from './measure.ts';

const days: Label = { zh: '天', en: 'days' };

/** How long things took. */
export const handling = {
  mean_handling_days: {
    kind: 'ratio',
    numerator: 'handling_days',
    denominator: 'closed',
    scale: 1,
    worse: 'more',
    unit: days,
    label: { zh: '平均处理时长', en: 'Mean handling time' },
    definition: {
      zh: '期内办结投诉从受理到办结的平均自然日数，按办结日',
      en: 'Mean calendar days from receipt to closing, of complaints closed in the period, by the day closed',
    },
  },
  median_handling_days: {
    kind: 'quantile',
    span: 'handling',
    share: 0.5,
    worse: 'more',
    unit: days,
    label: { zh: '处理时长中位数', en: 'Median handling time' },
    definition: {
      zh: '期内办结投诉中至少一半在这么多自然日内办结，按办结日',
      en: 'Of complaints closed in the period at least half took this many calendar days or fewer, by the day closed',
    },
  },
  p90_handling_days: {
    kind: 'quantile',
    span: 'handling',
    share: 0.9,
    worse: 'more',
    unit: days,
    label: { zh: '处理时长 P90', en: '90th percentile of handling time' },
    definition: {
      zh: '期内办结投诉中至少九成在这么多自然日内办结，按办结日',
      en: 'Of complaints closed in the period at least nine in ten took this many calendar days or fewer, by the day closed',
    },
  },
  median_first_chaser_days: {
    kind: 'quantile',
    span: 'first_chaser',
    share: 0.5,
    worse: 'less',
    unit: days,
    label: { zh: '首次催办间隔中位数', en: 'Median time to the first chaser' },
    definition: {
      zh: '被催办的投诉中至少一半在受理后这么多自然日内首次被催办，按投诉受理日',
      en: 'Of complaints that were chased at least half were first chased within this many calendar days of receipt, by the day received',
    },
  },
} satisfies Record<string, RatioMeasure | QuantileMeasure>;
