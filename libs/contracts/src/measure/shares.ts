import type { Label } from '../code-set.ts';
import type { RatioMeasure } from './measure.ts';
import type { SumId } from './sums.ts';

const percent: Label = { zh: '%', en: '%' };

const share = (
  [numerator, denominator]: readonly [SumId, SumId],
  worse: RatioMeasure['worse'],
  label: readonly [zh: string, en: string],
  definition: readonly [zh: string, en: string],
): RatioMeasure => ({
  kind: 'ratio',
  numerator,
  denominator,
  scale: 100,
  worse,
  unit: percent,
  label: { zh: label[0], en: label[1] },
  definition: { zh: definition[0], en: definition[1] },
});

/** Parts of a hundred. */
export const shares = {
  answer_rate: share(
    ['answered', 'complaints'],
    'less',
    ['处理率', 'Answered'],
    ['已答复或办结 ÷ 期内受理，按受理日', 'Answered or closed ÷ received in the period, by the day received'],
  ),
  closure_rate: share(
    ['due_closed', 'due'],
    'less',
    ['办结率', 'Closed of those due'],
    [
      '已办结（不论是否逾期）÷ 期内到期，按到期日，截至昨日',
      'Closed at all, in time or late ÷ fell due in the period, by the day due, up to yesterday',
    ],
  ),
  on_time_closure: share(
    ['closed_in_time', 'due'],
    'less',
    ['时效内办结率', 'Closed in time'],
    [
      '在时限（含暂停与延期）内办结 ÷ 期内到期，按到期日，截至昨日',
      'Closed within the paused and extended deadline ÷ fell due in the period, by the day due, up to yesterday',
    ],
  ),
  repeat_share: share(
    ['repeats', 'complaints'],
    'more',
    ['重复投诉率', 'Repeats'],
    ['重复投诉 ÷ 期内受理', 'Repeat complaints ÷ received in the period'],
  ),
  withdrawal_share: share(
    ['withdrawn', 'complaints'],
    'neither',
    ['撤诉率', 'Withdrawn share'],
    ['现已撤诉 ÷ 期内受理', 'Withdrawn since ÷ received in the period'],
  ),
  escalated_share: share(
    ['escalated', 'complaints'],
    'more',
    ['越级投诉率', 'Escalated share'],
    ['越级投诉 ÷ 期内受理', 'Skipped the company ÷ received in the period'],
  ),
  chased_share: share(
    ['chased', 'complaints'],
    'more',
    ['催办率', 'Chased'],
    [
      '至少被催办一次的投诉 ÷ 期内受理，按投诉受理日',
      'Complaints chased at least once ÷ received in the period, by the day the complaint was received',
    ],
  ),
  illicit_share: share(
    ['illicit', 'complaints'],
    'neither',
    ['疑似非法代理占比', 'Suspected illicit agents'],
    [
      '投诉人身份登记为「疑似非法代理」的投诉 ÷ 期内受理，按受理日；未登记的不计入分子',
      'Complaints whose complainant is entered as a suspected illicit agent ÷ received in the period, by the day received; what is not entered is not counted above',
    ],
  ),
  mediation_success: share(
    ['mediated', 'mediations'],
    'less',
    ['调解成功率', 'Mediations that succeeded'],
    [
      '以调解方式处理且已办结 ÷ 以调解方式处理，按受理日；撤诉不算成功',
      'Handled by mediation and closed ÷ handled by mediation, by the day received; a withdrawal is no success',
    ],
  ),
  satisfaction: share(
    ['satisfied', 'rated'],
    'less',
    ['满意率', 'Satisfied'],
    ['评分 4–5 ÷ 期内办结且有评分，按办结日', 'Rated 4 or 5 ÷ closed in the period and rated, by the day closed'],
  ),
} satisfies Record<string, RatioMeasure>;
