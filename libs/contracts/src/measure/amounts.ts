import type { Label } from '../code-set.ts';
import type { RatioMeasure, SumMeasure } from './measure.ts';

const yuan: Label = { zh: '元', en: 'yuan' };
/** Sums of money are kept in fen. */
const FEN = 0.01;

/** What complaints cost, in yuan. */
export const amounts = {
  compensation: {
    kind: 'sum',
    numerator: 'compensation',
    scale: FEN,
    worse: 'more',
    unit: yuan,
    label: { zh: '补偿金额', en: 'Compensation' },
    definition: {
      zh: '期内办结投诉的补偿金额合计，按办结日；含通融',
      en: 'Compensation paid in complaints closed in the period, by the day closed; goodwill included',
    },
  },
  compensation_per_case: {
    kind: 'ratio',
    numerator: 'compensation',
    denominator: 'compensated',
    scale: FEN,
    worse: 'more',
    unit: { zh: '元/件', en: 'yuan per case' },
    label: { zh: '件均补偿金额', en: 'Compensation per case' },
    definition: {
      zh: '补偿金额 ÷ 有补偿的办结件数，按办结日',
      en: 'Compensation ÷ closed complaints with any, by the day closed',
    },
  },
  goodwill_amount: {
    kind: 'sum',
    numerator: 'goodwill_amount',
    scale: FEN,
    worse: 'more',
    unit: yuan,
    label: { zh: '通融金额', en: 'Goodwill payments' },
    definition: {
      zh: '期内办结且以通融方式处理的投诉的补偿金额合计，按办结日',
      en: 'Compensation paid in complaints closed in the period and settled as goodwill, by the day closed',
    },
  },
  goodwill_per_case: {
    kind: 'ratio',
    numerator: 'goodwill_amount',
    denominator: 'goodwill',
    scale: FEN,
    worse: 'more',
    unit: { zh: '元/件', en: 'yuan per case' },
    label: { zh: '件均通融金额', en: 'Goodwill per case' },
    definition: {
      zh: '通融金额 ÷ 以通融方式处理且有补偿的办结件数，按办结日',
      en: 'Goodwill payments ÷ complaints settled as goodwill with any payment, by the day closed',
    },
  },
} satisfies Record<string, SumMeasure | RatioMeasure>;
