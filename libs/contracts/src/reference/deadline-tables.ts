import { choice, column, organisation, required } from './columns.ts';
import type { ReferenceTable } from './reference-table.ts';

const editors = ['admin', 'operator'] as const;

const yesNo = [
  ['yes', '是', 'Yes'],
  ['no', '否', 'No'],
] as const;
const units = [
  ['calendar-day', '自然日', 'Calendar days'],
  ['working-day', '工作日', 'Working days'],
] as const;
const asShipped = { hint: { zh: '不填：沿用内置规则。', en: 'Empty: as shipped.' } };
const listed = { hint: { zh: '以分号隔开；不填：沿用内置规则。', en: 'With ; between them. Empty: as shipped.' } };

/** Versions of the rules on time beside the one that ships; each holds for what is received from its day on. */
export const deadlineRule: ReferenceTable = {
  name: 'deadline_rule',
  label: { zh: '办理时限规则', en: 'Rules on time' },
  description: {
    zh: '各版本办理时限：自生效日起受理的投诉按该版本计算。未列出的版本为内置的 2020 年第 3 号。',
    en: 'Versions of the rules on time: each holds for complaints received from its day on. The 2020 rules ship.',
  },
  group: 'deadlines',
  columns: [
    column('from', 'day', '生效日', 'In force from', required),
    column('name', 'text', '名称', 'Name', required),
    column('simple', 'count', '简单投诉', 'Simple complaint', asShipped),
    column('complex', 'count', '复杂投诉', 'Complex complaint', asShipped),
    choice('decision_unit', '处理期限单位', 'Unit of the decision', units, asShipped),
    column('review_application', 'count', '申请核查', 'Asking for a review', asShipped),
    column('review', 'count', '核查决定', 'Decision on a review', asShipped),
    column('forwarding', 'count', '转送', 'Forwarding', asShipped),
    choice('forwarding_unit', '转送期限单位', 'Unit of forwarding', units, asShipped),
    column('extension', 'count', '每次延长', 'One extension adds', asShipped),
    column('extensions', 'count', '延长次数上限', 'Most extensions', asShipped),
    choice('needs_approver', '延长须批准', 'Extensions need an approver', yesNo, asShipped),
    choice('must_tell', '延长须告知', 'The complainant must be told', yesNo, asShipped),
    column('paused_by', 'codes', '暂停事由', 'Paused by', {
      hint: { zh: 'appraisal（鉴定）、mediation（调解），以分号隔开。', en: 'appraisal; mediation' },
    }),
    column('warn_at', 'codes', '临期提醒（剩余天数）', 'Warn with days left', listed),
    column('ageing', 'codes', '账龄分段（末日）', 'Last days of ageing buckets', listed),
  ],
  key: ['from'],
  reaches: 'from',
  editors,
};

/** What happened to the time of single complaints; the clock counts from here as soon as one moves it. */
export const caseEvent: ReferenceTable = {
  name: 'case_event',
  label: { zh: '时限事件', en: 'Events of the clock' },
  description: {
    zh: '个案的暂停、恢复、延长、认定复杂和转办：有这些事件的投诉按规则重新计算到期日。',
    en: 'Pauses, resumptions, extensions and forwarding of single complaints: their due days follow the rules from then on.',
  },
  group: 'deadlines',
  columns: [
    column('complaint_id', 'text', '投诉编号', 'Complaint number', required),
    choice(
      'kind',
      '事件',
      'Event',
      [
        ['complex', '认定情况复杂', 'Found to be complex'],
        ['appraisal', '暂停：鉴定检测评估', 'Paused: appraisal'],
        ['mediation', '暂停：调解', 'Paused: mediation'],
        ['resume', '恢复计时', 'Resumed'],
        ['extension', '批准延长', 'Extended'],
        ['forwarded', '监管转办', 'Forwarded by the regulator'],
      ],
      required,
    ),
    column('day', 'day', '日期', 'Day', required),
    column('until', 'day', '暂停至', 'Paused until', {
      hint: {
        zh: '自该日起恢复计时；不填：至恢复计时事件。',
        en: 'The clock goes on on this day; empty: when it is resumed.',
      },
    }),
    column('approver', 'text', '批准人', 'Approved by', {
      hint: { zh: '上级机构或高级管理人员；延长必填，否则不计。', en: 'Without one an extension does not count.' },
    }),
    choice('told', '已告知投诉人', 'Complainant told', yesNo),
    organisation,
    column('note', 'text', '备注', 'Note'),
  ],
  key: ['complaint_id', 'kind', 'day'],
  reaches: 'day',
  editors,
};
