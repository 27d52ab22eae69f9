import { addCalendarDays, addMonths, dayKind, isoDay, monthStart } from '@tocsin/calendar';
import type { World } from '../case/world.ts';
import { Chance } from '../chance/chance.ts';
import { type OrganisationUnit } from '../master/organisation.ts';
import { csvCell } from './lines.ts';

/** Tables of the company beside its complaints that are more than names of codes. */
export const referenceNames = ['organisation', 'crosswalk', 'median', 'work', 'leading', 'calendar', 'target'] as const;
export type ReferenceName = (typeof referenceNames)[number];

type Rows = Iterable<readonly (string | number)[]>;

/** A table as CSV, header first, as its door takes it. */
export function referenceCsv(world: World, name: ReferenceName): string {
  const lines = [headers[name]];
  for (const row of rowsOf[name](world)) lines.push(row.map((cell) => csvCell(String(cell))).join(','));
  return `${lines.join('\n')}\n`;
}

const headers: Readonly<Record<ReferenceName, string>> = {
  organisation: 'code,zh,en,parent,from,until,successor',
  crosswalk: 'dimension,from_code,to_code,effective',
  median: 'period,region,sector,dimension,item,metric,value,unit,source_title,note',
  work: 'period,organisation,kind,metric,value',
  leading: 'day,series,count,source',
  calendar: 'day,kind,name',
  target: 'year,measure,basis,organisation,region,value',
};

const rowsOf: Readonly<Record<ReferenceName, (world: World) => Rows>> = {
  organisation: organisations,
  crosswalk: ({ recoding }) =>
    recoding === undefined
      ? []
      : [...recoding.codes].map(([old, code]) => ['reason', old, code, isoDay(recoding.from)]),
  median: medians,
  work: works,
  leading: leadingCounts,
  calendar: ({ lastDay }) => [[`${isoDay(lastDay - 1).slice(0, 4)}-03-15`, 'marked', '3·15 消费者权益日']],
  target: targets,
};

const MERGING = '370000';

/** Two thirds through, the second centre of a province gives its business to the first; its offices go on. */
function* organisations({ organisation: { units }, firstDay, lastDay }: World): Generator<string[]> {
  const day = monthStart(isoDay(firstDay + Math.floor(((lastDay - firstDay) * 2) / 3)));
  const isMerged = ({ code }: OrganisationUnit) => code === `${MERGING}.02`;
  for (const unit of units) {
    const end = isMerged(unit) ? [day, `${MERGING}.01`] : ['', ''];
    yield [unit.code, unit.zh, unit.en, unit.parent, '', ...end];
  }
}

/** Quarters that lie wholly within the company's days, as bulletins write them. */
function* quarters({ firstDay, lastDay }: World): Generator<string> {
  const last = isoDay(lastDay);
  for (let month = monthStart(isoDay(firstDay)); addMonths(month, 3) <= last; month = addMonths(month, 1)) {
    const number = Number(month.slice(5, 7));
    if (month >= isoDay(firstDay) && number % 3 === 1) yield `${month.slice(0, 4)}Q${(number + 2) / 3}`;
  }
}

/** Medians of an invented industry, around which the company's own rates lie. */
function* medians(world: World): Generator<(string | number)[]> {
  const chance = new Chance(world.seed, 701);
  const rates = [
    ['财产险', '亿元保费投诉量中位数', 4.3, '件/亿元'],
    ['财产险', '万张保单投诉量中位数', 0.36, '件/万张'],
    ['人身险', '亿元保费投诉量中位数', 1.6, '件/亿元'],
    ['人身险', '万张保单投诉量中位数', 0.22, '件/万张'],
  ] as const;
  for (const period of quarters(world)) {
    for (const [sector, metric, middle, unit] of rates) {
      const value = (middle * Math.exp(0.08 * chance.normal())).toFixed(2);
      yield [period, '全国', sector, '相对量', '中位数', metric, value, unit, `${period}演示通报`, '演示数据'];
    }
  }
}

/** Consumer-protection works of the whole company by quarter. */
function* works(world: World): Generator<(string | number)[]> {
  const chance = new Chance(world.seed, 702);
  const counted = [
    ['review', '产品', 10],
    ['review', '服务', 48],
    ['education', '场次', 320],
    ['education', '覆盖人次', 86_000],
    ['training', '参训人次', 5_400],
    ['mediation', '调解成功', 64],
    ['drill', '场次', 6],
    ['reception-day', '接待人次', 140],
  ] as const;
  for (const period of quarters(world)) {
    for (const [kind, metric, mean] of counted) yield [period, '', kind, metric, chance.poisson(mean)];
  }
}

/** What the last year was meant to bring: somewhat less than the years before, more of it in time. */
function* targets({ complaints, firstDay, lastDay }: World): Generator<(string | number)[]> {
  const year = isoDay(lastDay - 1).slice(0, 4);
  const usual = (complaints / (lastDay - firstDay)) * 365;
  yield [year, 'complaints', 'company', '', '', Math.round(usual * 0.95)];
  yield [year, 'complaints', 'regulator', '', '', Math.round(usual * 0.5)];
  yield [year, 'on_time_closure', 'company', '', '', 96];
  yield [year, 'per_100m_premium', 'regulator', '', '', 3];
  yield [year, 'complaints', 'company', '', '370000', Math.round(usual * 0.09)];
}

/** Daily counts that know weekends and holidays. */
function* leadingCounts(world: World): Generator<(string | number)[]> {
  const chance = new Chance(world.seed, 703);
  const perDay = world.complaints / (world.lastDay - world.firstDay);
  const series = [
    ['enquiries', 14, ''],
    ['claim-reports', 30, ''],
    ['surrender-requests', 4, ''],
    ['failed-callbacks', 1.5, ''],
    ['media-mentions', 0.2, '演示媒体'],
  ] as const;
  const last = isoDay(world.lastDay);
  for (let day = isoDay(world.firstDay); day < last; day = addCalendarDays(day, 1)) {
    const { kind } = dayKind(day);
    const open = kind === 'weekend' ? 0.45 : kind === 'holiday' ? 0.25 : 1;
    for (const [name, times, source] of series) yield [day, name, chance.poisson(perDay * times * open), source];
  }
}
