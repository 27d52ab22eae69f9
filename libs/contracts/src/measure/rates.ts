import type { RateMeasure } from './measure.ts';

/** The published rates: what the regulator forwarded, over the company's business. */
export const rates = {
  per_100m_premium: {
    kind: 'rate',
    basis: 'regulator',
    numerator: 'complaints',
    denominator: 'premium',
    scale: 1e8,
    worse: 'more',
    unit: { zh: '件/亿元', en: 'per 100M yuan' },
    label: { zh: '亿元保费投诉量', en: 'Complaints per 100M yuan of premium' },
    definition: {
      zh: '监管转办投诉量 ÷ 同期保费（亿元）；只计保费已知的月份，当月保费按日均摊',
      en: 'Complaints forwarded by the regulator ÷ premium of the same days in 100M yuan; only months with known premium, spread evenly over their days',
    },
  },
  per_10k_policies: {
    kind: 'rate',
    basis: 'regulator',
    numerator: 'complaints',
    denominator: 'policies',
    scale: 1e4,
    worse: 'more',
    unit: { zh: '件/万张', en: 'per 10k policies' },
    label: { zh: '万张保单投诉量', en: 'Complaints per 10k policies' },
    definition: {
      zh: '监管转办投诉量 ÷ 同期保单数 × 10,000；只计保单数已知的月份',
      en: 'Complaints forwarded by the regulator ÷ policies of the same months × 10,000; only months with known policies',
    },
  },
  per_10k_person_times: {
    kind: 'rate',
    basis: 'regulator',
    numerator: 'complaints',
    denominator: 'person_times',
    scale: 1e4,
    worse: 'more',
    unit: { zh: '件/万人次', en: 'per 10k person-times' },
    label: { zh: '万人次投诉量', en: 'Complaints per 10k person-times' },
    definition: {
      zh: '监管转办投诉量 ÷ 同期承保人次 × 10,000；只适用于人身险，只计人次已知的月份',
      en: 'Complaints forwarded by the regulator ÷ insured person-times of the same months × 10,000; life only, and only months where they are known',
    },
  },
} satisfies Record<string, RateMeasure>;
