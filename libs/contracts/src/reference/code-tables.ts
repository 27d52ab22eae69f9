import { codedDimensions, type CodedDimension } from '../dimension.ts';
import { column, required } from './columns.ts';
import type { ReferenceColumn, ReferenceTable } from './reference-table.ts';

const editors = ['admin', 'operator'] as const;

const names = (dimension: CodedDimension): ReferenceColumn[] => [
  column('code', 'code', '代码', 'Code', required),
  column('zh', 'text', '中文名称', 'Chinese name', required),
  column('en', 'text', '英文名称', 'English name', {
    hint: { zh: '不填则用中文名称。', en: 'The Chinese name where there is none.' },
  }),
  column('parent', 'code', '上级', 'Parent', {
    names: dimension,
    hint: {
      zh: '代码用点分隔层级时可不填。',
      en: 'Not needed where the dots of the code already tell it.',
    },
  }),
];

const validity: readonly ReferenceColumn[] = [
  column('from', 'day', '生效日', 'Valid from', { hint: { zh: '不填：一直有效。', en: 'Empty: always was.' } }),
  column('until', 'day', '失效日', 'Valid until', {
    hint: { zh: '自该日起不再有效；不填：仍有效。', en: 'No longer valid from this day on; empty: still is.' },
  }),
  column('successor', 'codes', '继任机构', 'Successors', {
    names: 'organisation',
    hint: {
      zh: '合并填一个；拆分填多个，以分号隔开。',
      en: 'One for a merger, several with ; between them for a split.',
    },
  }),
];

const reportsAs = column('reports_as', 'region', '计入地区', 'Counted under', {
  names: 'region',
  hint: { zh: '把该地区的投诉计入另一地区；不填：计入自身。', en: 'Counts its complaints under another region.' },
});

const labels: Readonly<Record<CodedDimension, readonly [string, string, string, string]>> = {
  source: ['投诉来源', 'Sources', '来源代码的名称。', 'Names of sources.'],
  region: [
    '地区',
    'Regions',
    '在国标地区之外命名地区，或把一个地区计入另一地区。',
    'Names regions beside the national ones, or counts one under another.',
  ],
  organisation: [
    '机构树',
    'Organisations',
    '机构及其上级、有效期和继任机构：合并、拆分后，数据按所选口径归入。',
    'Organisations with their parents, validity and successors: figures follow mergers and splits.',
  ],
  line: ['险类', 'Lines', '险类代码的名称和上级。', 'Names and parents of business lines.'],
  product: ['产品', 'Products', '产品代码的名称。', 'Names of products.'],
  sales_channel: ['销售渠道', 'Sales channels', '销售渠道代码的名称。', 'Names of sales channels.'],
  intake_channel: ['受理渠道', 'Intake channels', '受理渠道代码的名称。', 'Names of intake channels.'],
  link: ['业务环节', 'Business links', '业务环节代码的名称。', 'Names of business links.'],
  reason: ['投诉原因', 'Reasons', '原因代码的名称和上级。', 'Names and parents of reasons.'],
};

const extra: Partial<Record<CodedDimension, readonly ReferenceColumn[]>> = {
  organisation: validity,
  region: [reportsAs],
};

/** One table for the codes of each dimension, called like it. A moved organisation has a row for each of its periods. */
export const codeTables: readonly ReferenceTable[] = codedDimensions.map((dimension) => {
  const [zh, en, inChinese, inEnglish] = labels[dimension];
  return {
    name: dimension,
    label: { zh, en },
    description: { zh: inChinese, en: inEnglish },
    group: 'codes',
    columns: [...names(dimension), ...(extra[dimension] ?? [])],
    key: dimension === 'organisation' ? ['code', 'from'] : ['code'],
    editors,
  };
});
