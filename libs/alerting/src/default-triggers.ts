import { TriggerRule, type TriggerRuleInput } from '@tocsin/contracts';

const rule = (
  id: string,
  zh: string,
  en: string,
  more: Pick<TriggerRuleInput, 'trigger'> & Partial<TriggerRuleInput>,
): TriggerRule =>
  TriggerRule.parse({ kind: 'trigger', id, version: 1, label: { zh, en }, ...more } satisfies TriggerRuleInput);

const FACE_TO_FACE = { intake_channel: ['visit', 'counter'] };

/**
 * What is told whatever the statistics say. The crowds are the regulator's own numbers; the rest is ours, and meant to be
 * changed.
 *
 * A forwarded case is told one by one when a day is left, and is red once it is overdue. Of all others, and of forwarded
 * ones with more days left, an organisation hears when it has clearly more of them than usual: a warning for every case
 * five days before its due day would be dozens a day, and nobody would read the one that matters.
 */
export const defaultTriggerRules: readonly TriggerRule[] = [
  rule('joint-people-5', '集体投诉（5 人以上）', 'Collective complaint (5 people or more)', {
    trigger: { name: 'joint-people', people: 5, level: 'orange' },
  }),
  rule('joint-people-20', '重大消费投诉（20 人以上面对面）', 'Major complaint (20 people or more face to face)', {
    where: FACE_TO_FACE,
    trigger: { name: 'joint-people', people: 20, level: 'red' },
  }),
  rule(
    'same-place-30',
    '非正常给付与退保（同地 30 人以上）',
    'Abnormal surrender or payment (30 people of one place)',
    {
      where: { link: ['surrender', 'maturity'] },
      trigger: { name: 'same-place-surrender', people: 30, days: 7, place: 'city', level: 'red' },
    },
  ),
  rule('media', '媒体投诉', 'Brought by the media', { trigger: { name: 'media', level: 'red' } }),
  rule('forwarded-due', '监管转办件临期与逾期', 'Forwarded case due or overdue', {
    basis: 'regulator',
    trigger: { name: 'due-in', steps: [{ daysLeft: 1, level: 'orange' }], overdue: 'red', each: 'case' },
  }),
  rule('cases-due', '机构临期积压', 'Many cases due in one organisation', {
    trigger: { name: 'due-in', each: 'organisation', organisationLevel: 2 },
  }),
  rule('agent-repeated', '同一销售人员 30 天 3 件以上', 'Same agent, three cases in 30 days', {
    trigger: { name: 'repeated-subject', subject: 'agent', cases: 3, days: 30, level: 'yellow' },
  }),
  rule('outlet-repeated', '同一网点 30 天 3 件以上', 'Same outlet, three cases in 30 days', {
    trigger: { name: 'repeated-subject', subject: 'outlet', cases: 3, days: 30, level: 'yellow' },
  }),
  rule(
    'product-region-repeated',
    '同一产品同一地区 7 天 5 件以上',
    'Same product in one region, five cases in 7 days',
    {
      trigger: { name: 'repeated-subject', subject: 'product', cases: 5, days: 7, perRegion: true, level: 'orange' },
    },
  ),
];
