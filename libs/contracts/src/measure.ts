import type { Label } from './code-set.ts';
import type { Basis } from './dimension.ts';

/**
 * Every figure that pages, rules, reports and the API may ask for.
 *
 * `sum` measures add up over any dimension and over time. `ratio` measures are the quotient of two sums, times
 * `scale`; they never add up. `worse` says which way is bad news. A ratio without a denominator is null, with a reason.
 */
export interface Measure {
  readonly id: MeasureId;
  readonly kind: 'sum' | 'ratio';
  readonly numerator: SumId;
  readonly denominator?: SumId | ExposureId;
  readonly scale?: number;
  /** Counted on this basis whatever the filter says: the published rates know only what the regulator forwarded. */
  readonly basis?: Basis;
  readonly worse: 'more' | 'less' | 'neither';
  readonly unit: Label;
  readonly label: Label;
}

/** Sums kept in the cubes, by the day received, except `due` and `closed_in_time`, which go by the day due. */
export const sumIds = [
  'complaints',
  'chasers',
  'repeats',
  'escalated',
  'withdrawn',
  'closed',
  'handling_days',
  'due',
  'closed_in_time',
] as const;
export type SumId = (typeof sumIds)[number];

/** Denominators that the company hands over by month: yuan of premium, policies, insured person-times. */
export const exposureIds = ['premium', 'policies', 'person_times'] as const;
export type ExposureId = (typeof exposureIds)[number];

export const measureIds = [
  'complaints',
  'chasers',
  'repeats',
  'escalated',
  'withdrawn',
  'closed',
  'per_100m_premium',
  'per_10k_policies',
  'on_time_closure',
  'mean_handling_days',
] as const;
export type MeasureId = (typeof measureIds)[number];

const count = (id: MeasureId & SumId, worse: Measure['worse'], zh: string, en: string): Measure => ({
  id,
  kind: 'sum',
  numerator: id,
  worse,
  unit: { zh: '件', en: 'cases' },
  label: { zh, en },
});

export const measures: Record<MeasureId, Measure> = {
  complaints: count('complaints', 'more', '投诉量', 'Complaints'),
  chasers: count('chasers', 'more', '催办量', 'Chasers'),
  repeats: count('repeats', 'more', '重复投诉量', 'Repeat complaints'),
  escalated: count('escalated', 'more', '越级投诉量', 'Escalated complaints'),
  withdrawn: count('withdrawn', 'neither', '撤诉量', 'Withdrawn'),
  closed: count('closed', 'less', '办结量', 'Closed'),
  per_100m_premium: {
    id: 'per_100m_premium',
    kind: 'ratio',
    basis: 'regulator',
    numerator: 'complaints',
    denominator: 'premium',
    scale: 1e8,
    worse: 'more',
    unit: { zh: '件/亿元', en: 'per 100M yuan' },
    label: { zh: '亿元保费投诉量', en: 'Complaints per 100M yuan of premium' },
  },
  per_10k_policies: {
    id: 'per_10k_policies',
    kind: 'ratio',
    basis: 'regulator',
    numerator: 'complaints',
    denominator: 'policies',
    scale: 1e4,
    worse: 'more',
    unit: { zh: '件/万张', en: 'per 10k policies' },
    label: { zh: '万张保单投诉量', en: 'Complaints per 10k policies' },
  },
  on_time_closure: {
    id: 'on_time_closure',
    kind: 'ratio',
    numerator: 'closed_in_time',
    denominator: 'due',
    scale: 100,
    worse: 'less',
    unit: { zh: '%', en: '%' },
    label: { zh: '时效内办结率', en: 'Closed in time' },
  },
  mean_handling_days: {
    id: 'mean_handling_days',
    kind: 'ratio',
    numerator: 'handling_days',
    denominator: 'closed',
    scale: 1,
    worse: 'more',
    unit: { zh: '天', en: 'days' },
    label: { zh: '平均处理时长', en: 'Mean handling time' },
  },
};
