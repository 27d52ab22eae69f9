import type { ComplaintFilter } from '@tocsin/contracts';
import {
  type Period,
  type Query,
  breakdown,
  comparisonPeriods,
  figuresByPeriod,
  series,
  timeliness,
  totals,
  wholeCompany as scope,
} from '@tocsin/warehouse';
import { FROM, UNTIL } from '../load/company.ts';
import { breakdownSql, monthSumsSql, ratesSql, seriesSql, timelinessSql, totalsSql } from './other-sql.ts';

/** One question of the overview, to us and to others. Both answers hold rows; `keys` name one, `figures` are compared. */
export interface Question {
  readonly name: string;
  readonly ours: Query<unknown>;
  readonly sql: string;
  readonly keys: readonly string[];
  readonly figures: readonly string[];
}

/** The company complains every day. */
const covered = { firstDay: FROM, lastDay: '2026-10-31' };
const none: readonly string[] = [];
const lists = {
  source: none,
  region: none,
  organisation: none,
  line: none,
  product: none,
  sales_channel: none,
  intake_channel: none,
  link: none,
  reason: none,
};

/** The overview as it opens: the last twelve months; its trend also shows the year before them. */
const period: Period = { from: '2025-11-01', until: UNTIL };
const twoYears: Period = { from: '2024-11-04', until: '2026-10-26' };
const sparkPeriod: Period = { from: '2025-10-01', until: UNTIL };
const { yearBefore, periodBefore } = comparisonPeriods(period, UNTIL);
const periods = [period, yearBefore, periodBefore];
const sparkMonths = Array.from({ length: 13 }, (_, index): Period => {
  const first = (n: number): string => new Date(Date.UTC(2025, 9 + n, 1)).toISOString().slice(0, 10);
  return { from: first(index), until: first(index + 1) };
});
const RATES = ['per_100m_premium', 'per_10k_policies'] as const;
const ratePeriods = [...periods, ...sparkMonths];

const SUMS = [
  'complaints',
  'chasers',
  'repeats',
  'escalated',
  'withdrawn',
  'closed',
  'handling_days',
  'due',
  'closed_in_time',
];

type Narrowed = Partial<Record<keyof typeof lists, readonly string[]>>;

const filterOf = (within: Period, only: Narrowed = {}): ComplaintFilter =>
  structuredClone({ ...within, basis: 'company', ...lists, ...only }) as ComplaintFilter;

function totalsOf(name: string, only: Narrowed, where: string): Question {
  const { from: _from, until: _until, ...filter } = filterOf(period, only);
  return {
    name,
    ours: totals({ filter, scope, today: UNTIL, periods, covered }),
    sql: totalsSql(periods, where),
    keys: ['period'],
    figures: SUMS,
  };
}

function trendOf(name: string, only: Narrowed, where: string): Question {
  const ours = series({
    measure: 'complaints',
    filter: filterOf(twoYears, only),
    scope,
    by: 'week',
    today: UNTIL,
    covered,
  });
  return { name, ours, sql: seriesSql('week', twoYears, where), keys: ['at', 'split'], figures: ['value'] };
}

function breakdownOf(name: string, by: 'region' | 'reason', only: Narrowed, where: string): Question {
  const ours = breakdown({
    measure: 'complaints',
    filter: filterOf(period, only),
    scope,
    by,
    level: by === 'reason' ? 2 : undefined,
    limit: 100,
    today: UNTIL,
    covered,
    comparisons: { yearBefore, periodBefore },
  });
  const sql = breakdownSql(by, period, yearBefore, periodBefore, where);
  return { name, ours, sql, keys: ['code'], figures: ['value', 'yearBefore', 'periodBefore'] };
}

const { from: _from, until: _until, ...everything } = filterOf(period);
const motor = { line: ['property.motor'] };
const motorSql = " AND line = 'property.motor'";
const shandong = { organisation: ['370000'] };
const shandongSql = " AND (organisation = '370000' OR organisation LIKE '370000.%')";

/** What the overview asks when it opens, then the same with one line and with one branch chosen. */
export const overview: readonly Question[] = [
  totalsOf('totals', {}, ''),
  {
    // the page asks this and the totals at once; others would have to be asked month by month for that
    name: 'spark lines',
    ours: totals({ filter: everything, scope, today: UNTIL, periods: sparkMonths, covered }),
    sql: monthSumsSql(sparkPeriod, ''),
    keys: ['period'],
    figures: SUMS,
  },
  {
    name: 'rates',
    ours: figuresByPeriod({ measures: RATES, filter: everything, scope, today: UNTIL, periods: ratePeriods }),
    sql: ratesSql(ratePeriods),
    keys: ['period'],
    figures: ['values', 'premium', 'policies'],
  },
  {
    name: 'timeliness',
    ours: timeliness({ filter: everything, scope, asOf: UNTIL }),
    sql: timelinessSql(UNTIL),
    keys: [],
    figures: ['overdue', 'nearDue'],
  },
  trendOf('trend by week', {}, ''),
  breakdownOf('map', 'region', {}, ''),
  {
    name: 'map spark lines',
    ours: series({
      measure: 'complaints',
      filter: filterOf(sparkPeriod),
      scope,
      by: 'month',
      split: 'region',
      today: UNTIL,
      covered,
    }),
    sql: seriesSql('month', sparkPeriod, '', 'region'),
    keys: ['at', 'split'],
    figures: ['value'],
  },
  breakdownOf('reasons', 'reason', {}, ''),
  totalsOf('totals, motor', motor, motorSql),
  trendOf('trend by week, motor', motor, motorSql),
  breakdownOf('reasons, motor', 'reason', motor, motorSql),
  trendOf('trend by week, 山东', shandong, shandongSql),
];
