import { measureIds, measures } from '../measure/measures.ts';
import { choice, column, organisation, region, required } from './columns.ts';
import type { ReferenceTable } from './reference-table.ts';

/** What a year is held against: a ceiling or a floor of any measure, for the whole, an organisation or a region. */
export const target: ReferenceTable = {
  name: 'target',
  label: { zh: '年度目标', en: 'Annual targets' },
  description: {
    zh: '按年度、指标、机构或地区的目标值。越少越好的指标为上限（如投诉量），越多越好的为下限（如时效内办结率）；百分比填百分数。',
    en: 'Targets by year, measure, and organisation or region: a ceiling where fewer is better (complaints), a floor where more is (closed in time). Shares in percent.',
  },
  group: 'targets',
  columns: [
    column('year', 'period', '年度', 'Year', { ...required, hint: { zh: '例如 2026。', en: 'Such as 2026.' } }),
    choice(
      'measure',
      '指标',
      'Measure',
      measureIds.map((id) => [id, measures[id].label.zh, measures[id].label.en] as const),
      required,
    ),
    choice(
      'basis',
      '口径',
      'Basis',
      [
        ['company', '公司口径', 'Company'],
        ['regulator', '监管口径', 'Regulator'],
      ],
      required,
    ),
    organisation,
    region,
    column('value', 'amount', '目标值', 'Target', required),
    column('note', 'text', '备注', 'Note'),
  ],
  key: ['year', 'measure', 'basis', 'organisation', 'region'],
  reaches: 'year',
  editors: ['admin', 'operator'],
};
