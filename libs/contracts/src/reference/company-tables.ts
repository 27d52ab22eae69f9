import { choice, column, line, organisation, region, required } from './columns.ts';
import type { ReferenceTable } from './reference-table.ts';
import { dimensions } from '../dimension.ts';
import { canonicalFields } from '../canonical.ts';

const editors = ['admin', 'operator'] as const;

/** Organisations have successors of their own. */
const classified = canonicalFields
  .filter(({ name }) => name !== 'organisation' && dimensions.some((dimension) => dimension === name))
  .map(({ name, label }) => [name, label.zh, label.en] as const);

/** Old codes and what they became. A code split among several is not divided: its history stays "not subdivided". */
export const crosswalk: ReferenceTable = {
  name: 'crosswalk',
  label: { zh: '口径对照', en: 'Crosswalks' },
  description: {
    zh: '分类调整前后的代码对照：自生效日起旧代码改为新代码，此前的数据按新分类重述。',
    en: 'What older codes became, and when: earlier figures are told in the newer classification.',
  },
  group: 'changes',
  columns: [
    choice('dimension', '维度', 'Dimension', classified, required),
    column('from_code', 'code', '旧代码', 'Old code', required),
    column('to_code', 'code', '新代码', 'New code', required),
    column('effective', 'day', '生效日', 'Effective', required),
    column('share', 'share', '占比', 'Share', {
      hint: {
        zh: '一个旧代码拆成多个时的大致占比，0–1；只作记录：按占比估算不是逐件可查的件数，调整前的数据仍归入「未细分」。',
        en: 'Roughly, where one code became several, 0–1. For the record: a share of a count is an estimate and no cases one can open, so earlier figures stay "not subdivided".',
      },
    }),
  ],
  key: ['dimension', 'from_code', 'to_code', 'effective'],
  editors,
};

/** Kept as given: cities and districts have rates of their own, and those of a region are made of them. */
const place = column('region', 'code', '地区', 'Region', {
  names: 'region',
  hint: {
    zh: '省、市或区县的六位代码。同月、同机构、同险类下，省的一行已含其各市，市的一行已含其区县，不再相加；只有省一级时，各市没有比率。',
    en: "Six digits of a province, city or district. A province's row holds its cities', and a city's its districts': of the same month, organisation and line they are not added. Known by province alone, its cities have no rates.",
  },
});

export const exposure: ReferenceTable = {
  name: 'exposure',
  label: { zh: '分母：保费、保单、人次', en: 'Denominators: premium, policies, person-times' },
  description: {
    zh: '按月的保费、保单数和承保人次，用于亿元保费投诉量等指标。缺失不等于零。',
    en: 'Premium, policies and insured person-times by month, which rates divide by. Missing is not zero.',
  },
  group: 'denominators',
  columns: [
    column('month', 'month', '月份', 'Month', required),
    place,
    organisation,
    line,
    column('premium', 'amount', '保费（元）', 'Premium (yuan)'),
    column('policies', 'count', '保单数', 'Policies'),
    column('person_times', 'count', '承保人次', 'Insured person-times'),
  ],
  key: ['month', 'region', 'organisation', 'line'],
  reaches: 'month',
  editors,
};

export const leading: ReferenceTable = {
  name: 'leading',
  label: { zh: '先行指标', en: 'Leading series' },
  description: {
    zh: '咨询、报案、退保申请、回访失败、舆情：按日计数，常先于投诉变化。',
    en: 'Enquiries, claim reports, surrender requests, failed call-backs, media mentions: daily counts that move first.',
  },
  group: 'leading',
  columns: [
    column('day', 'day', '日期', 'Day', required),
    choice(
      'series',
      '指标',
      'Series',
      [
        ['enquiries', '咨询', 'Enquiries'],
        ['claim-reports', '报案', 'Claim reports'],
        ['surrender-requests', '退保申请', 'Surrender requests'],
        ['failed-callbacks', '回访失败', 'Failed call-backs'],
        ['media-mentions', '舆情', 'Media mentions'],
      ],
      required,
    ),
    region,
    organisation,
    line,
    column('channel', 'code', '渠道', 'Channel', { names: 'intake_channel' }),
    column('count', 'count', '数量', 'Count', required),
    column('source', 'text', '来源', 'Source', {
      hint: { zh: '数据来自哪里，例如媒体名称。', en: 'Where the count comes from: the medium, for instance.' },
    }),
  ],
  key: ['day', 'series', 'region', 'organisation', 'line', 'channel', 'source'],
  reaches: 'day',
  editors,
};

export const calendar: ReferenceTable = {
  name: 'calendar',
  label: { zh: '日历', en: 'Calendar' },
  description: {
    zh: '对内置节假日的补充或更正：放假、调休上班，图表上标注的日子，以及不计入预警基线的已知事件（如巨灾）。',
    en: 'Adds to or corrects the holidays that ship: days off, worked weekends, days to mark in charts, and known events (a catastrophe) that no baseline learns from.',
  },
  group: 'calendar',
  columns: [
    column('day', 'day', '日期', 'Day', required),
    choice(
      'kind',
      '类别',
      'Kind',
      [
        ['holiday', '放假', 'Day off'],
        ['workday', '上班', 'Worked'],
        ['marked', '仅标注', 'Marked only'],
        ['event', '已知事件', 'Known event'],
      ],
      required,
    ),
    column('name', 'text', '名称', 'Name'),
  ],
  key: ['day'],
  reaches: 'day',
  editors,
};
