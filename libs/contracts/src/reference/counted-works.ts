import { choice, column, organisation, required } from './columns.ts';
import type { ReferenceTable } from './reference-table.ts';

const editors = ['admin', 'operator'] as const;

/** Consumer-protection works that are counted beside complaints, and stand in the yearly report. */
export const work: ReferenceTable = {
  name: 'work',
  label: { zh: '消保工作', en: 'Consumer-protection works' },
  description: {
    zh: '消保审查、教育、培训等工作的数量，按期间和机构。',
    en: 'Reviews, education, training and other works, counted by period and organisation.',
  },
  group: 'works',
  columns: [
    column('period', 'period', '期间', 'Period', required),
    organisation,
    choice(
      'kind',
      '工作',
      'Work',
      [
        ['review', '消保审查', 'Consumer-protection review'],
        ['education', '教育宣传', 'Education'],
        ['training', '培训', 'Training'],
        ['elderly', '适老服务', 'Services for the elderly'],
        ['mediation', '纠纷调解', 'Mediation'],
        ['opinion', '意见征集', 'Opinions collected'],
        ['drill', '应急演练', 'Emergency drills'],
        ['self-inspection', '自查', 'Self-inspection'],
        ['reception-day', '接待日', 'Reception days'],
      ],
      required,
    ),
    column('metric', 'text', '指标', 'Metric', {
      ...required,
      hint: { zh: '例如：产品、场次、覆盖人数。', en: 'Products, sessions, people reached …' },
    }),
    column('value', 'number', '数值', 'Value', required),
  ],
  key: ['period', 'organisation', 'kind', 'metric'],
  reaches: 'period',
  editors,
};

/** Published figures of the industry. What a bulletin does not list is unknown, never zero. */
export const median: ReferenceTable = {
  name: 'median',
  label: { zh: '行业通报', en: 'Published figures' },
  description: {
    zh: '监管通报中的行业数据和中位数，附来源。重述后旧值仍可查；未列出的公司为未知，不是零。',
    en: "The industry's published figures and medians with their sources. Restated ones keep what they were before; a company not listed is unknown, not zero.",
  },
  group: 'peers',
  columns: [
    column('period', 'period', '期间', 'Period', required),
    column('region', 'text', '地区', 'Region', required),
    column('sector', 'text', '板块', 'Sector', required),
    column('dimension', 'text', '维度', 'Dimension', required),
    column('item', 'text', '项目', 'Item', required),
    column('metric', 'text', '指标', 'Metric', required),
    column('value', 'number', '数值', 'Value', required),
    column('unit', 'text', '单位', 'Unit'),
    column('share_pct', 'number', '占比（%）', 'Share (%)'),
    column('change_pct', 'number', '变动（%）', 'Change (%)'),
    column('change_type', 'text', '变动口径', 'Compared with'),
    column('source_title', 'text', '来源', 'Source'),
    column('source_url', 'text', '网址', 'Address'),
    column('note', 'text', '备注', 'Note'),
  ],
  key: ['period', 'region', 'sector', 'dimension', 'item', 'metric'],
  reaches: 'period',
  editors,
};
