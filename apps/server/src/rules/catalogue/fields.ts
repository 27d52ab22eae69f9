import type { DetectorInfo, Sentence } from '@tocsin/contracts';

type Field = readonly [label: Sentence, hint: Sentence];

const field = (zh: string, en: string, hintZh = '', hintEn = ''): Field => [
  { zh, en },
  { zh: hintZh, en: hintEn },
];

/** What each parameter is called; `NAME.parameter` where one of them means something of its own. */
const fields: Readonly<Record<string, Field>> = {
  atLeast: field('达到', 'At least', '一期的件数或比率。', 'Cases in a period, or a rate.'),
  level: field('预警等级', 'Level'),
  factor: field('倍数', 'Factor', '超过比较值的多少倍。', 'How many times what it is compared with.'),
  periods: field('连续期数', 'Periods running'),
  against: field(
    '比较对象',
    'Compared with',
    '上一期、去年同期，或去年农历同期。',
    'The period before, a year earlier, or the lunar year.',
  ),
  fewestBefore: field('最小基数', 'Smallest base', '基数更小时不判断。', 'A smaller base is not judged.'),
  sector: field('板块', 'Sector', '与哪个板块的中位数相比。', 'Whose median.'),
  baseline: field('基线期数', 'Baseline periods', '用多少期历史估计常态。', 'How many periods say what is usual.'),
  alpha: field(
    '显著性水平',
    'Alpha',
    '没有变化时单期误报的概率：越小误报越少，也越迟钝。',
    'Chance of a false alarm in one period: smaller is calmer and blinder.',
  ),
  minSigma: field(
    '标准差下限',
    'Smallest spread',
    '避免安静的序列一有投诉就触发。',
    'Keeps a silent series from shouting at its first case.',
  ),
  years: field('回看年数', 'Years back'),
  fewestYears: field('最少年数', 'Fewest years'),
  halfWindow: field(
    '窗口半宽',
    'Half window',
    '往年同一时节前后各几期。',
    'Periods on either side of the same time in past years.',
  ),
  guard: field(
    '隔离期数',
    'Guard',
    '最近多少期不进基线，免得异常抬高自己的预期。',
    'Latest periods that stay out of the baseline.',
  ),
  method: field('上限算法', 'Bound'),
  trained: field(
    '常态期数',
    'Periods that are usual',
    '序列开头的多少期作为常态。',
    'The first so many periods of the series.',
  ),
  rise: field('升幅', 'Rise looked for', '1.5 即上升一半。', '1.5 is half as much again.'),
  runLength: field('误报间隔（期）', 'Periods between false alarms'),
  limit: field('界限', 'Limit', '越大误报越少。', 'Larger is calmer.'),
  oldest: field(
    '最早起点（期）',
    'Oldest change',
    '变化最多开始于多少期之前。',
    'How many periods ago a change may have begun.',
  ),
  people: field('人数', 'People'),
  days: field('天数', 'Days', '只看最近这么多天受理的。', 'Received within so many days.'),
  place: field('地点', 'Place'),
  steps: field('临期等级', 'Steps', '剩余天数与等级。', 'Days left, and the level.'),
  overdue: field('逾期等级', 'When overdue', '留空表示不管逾期。', 'Empty: of no concern.'),
  each: field('方式', 'Each', '逐件，或按责任机构汇总。', 'Every case, or counted by organisation.'),
  organisationLevel: field('机构层级', 'Organisation level', '1 为总公司。', '1 is head office.'),
  fewest: field(
    '最少件数',
    'Fewest cases',
    '汇总时少于此数不预警。',
    'Fewer are no warning when they are counted together.',
  ),
  timesUsual: field(
    '平时的倍数',
    'Times the usual',
    '不超过平时这么多倍的不预警；0 表示不比较。',
    'What is not more than so many times the usual is no warning; 0 does not compare.',
  ),
  most: field('最多对象数', 'At most', '只预警最突出的若干个。', 'Only the worst so many.'),
  subject: field('对象', 'Subject'),
  cases: field('件数', 'Cases'),
  perRegion: field('分地区', 'Per region', '只把同一地区的算在一起。', 'Only complaints of one region count together.'),
  over: field(
    '扫描范围',
    'Over',
    '地区按相邻，城市按所在地区相邻，机构按组织树。',
    'Regions by nearness, cities by their regions’, organisations by their tree.',
  ),
  offset: field('比较基准', 'In proportion to', '保费、保单数，或自身历史。', 'Premium, policies, or its own history.'),
  windows: field('最长时间窗', 'Longest window', '从最近一期往回最多几期。', 'Periods back from the newest.'),
  'scan.level': field(
    '预警等级',
    'Level',
    '偶然性再低十倍、且件数在预期两倍以上时高一级。',
    'One higher for a cluster ten times less probable than the limit, with twice what was expected or more.',
  ),
  'scan.limit': field(
    '判定标准',
    'Limit',
    '显著性水平，或偶然出现一次的间隔天数。',
    'Alpha, or days between clusters by chance.',
  ),
  simulations: field('模拟次数', 'Simulations'),
  seed: field('随机种子', 'Seed', '同一种子得到同一结果。', 'The same seed gives the same result.'),
  minCount: field('最少件数', 'Fewest cases'),
  yellowFrom: field('黄色起点', 'Yellow from', '连续缺失多少次。', 'Deliveries missed in a row.'),
  orangeFrom: field('橙色起点', 'Orange from', '连续缺失多少次。', 'Deliveries missed in a row.'),
};

/** The parameters of one entry of the catalogue, named. */
export function fieldsOf(name: string, parameters: readonly string[]): DetectorInfo['fields'] {
  return parameters.map((parameter) => {
    const [label, hint] = fields[`${name}.${parameter}`] ?? fields[parameter] ?? field(parameter, parameter);
    return { name: parameter, label, hint };
  });
}
