import type { Label } from '../code-set.ts';
import type { SumMeasure } from './measure.ts';
import type { SumId } from './sums.ts';

const cases: Label = { zh: '件', en: 'cases' };

const count = (
  numerator: SumId,
  worse: SumMeasure['worse'],
  label: readonly [zh: string, en: string],
  definition: readonly [zh: string, en: string],
): SumMeasure => ({
  kind: 'sum',
  numerator,
  worse,
  unit: cases,
  label: { zh: label[0], en: label[1] },
  definition: { zh: definition[0], en: definition[1] },
});

/** Numbers of cases. */
export const counts = {
  complaints: count(
    'complaints',
    'more',
    ['投诉量', 'Complaints'],
    [
      '期内受理的投诉件数；重复投诉计入，咨询、催办、举报不计',
      'Complaints received in the period; repeats count, enquiries, chasers and tip-offs do not',
    ],
  ),
  chasers: count(
    'chasers',
    'more',
    ['催办量', 'Chasers'],
    ['期内收到的催办件数，按催办日', 'Chasers received in the period, by their own day'],
  ),
  repeats: count(
    'repeats',
    'more',
    ['重复投诉量', 'Repeat complaints'],
    ['期内受理且登记为重复投诉的件数', 'Complaints received in the period and entered as repeats'],
  ),
  escalated: count(
    'escalated',
    'more',
    ['越级投诉量', 'Escalated complaints'],
    ['期内受理且登记为越级投诉的件数', 'Complaints received in the period that skipped the company'],
  ),
  withdrawn: count(
    'withdrawn',
    'neither',
    ['撤诉量', 'Withdrawn'],
    ['期内受理、现已撤诉的件数', 'Complaints received in the period that have been withdrawn since'],
  ),
  closed: count(
    'closed',
    'less',
    ['办结量', 'Closed'],
    ['期内办结的投诉件数，按办结日；撤诉计入', 'Complaints closed in the period, by the day closed; withdrawals count'],
  ),
  overdue: count(
    'overdue',
    'more',
    ['逾期量', 'Past their deadline'],
    [
      '期内到期而未在时限内办结的件数，按到期日，截至昨日',
      'Complaints that fell due in the period and were not closed by then; by the day due, up to yesterday',
    ],
  ),
} satisfies Record<string, SumMeasure>;
