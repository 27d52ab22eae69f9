import { ComplaintFilter, type ComplaintFilterInput, type Translation } from '@tocsin/contracts';
import * as warehouse from '../index.ts';
import type { Samples } from './samples.ts';

export const march = { from: '2026-03-01', until: '2026-04-01' };
export const today = '2026-03-15';
export const filter = (more: Partial<ComplaintFilterInput> = {}): ComplaintFilter =>
  ComplaintFilter.parse({ ...march, ...more });
export const slice = filter({ line: 'life' });
export const comparisons = warehouse.comparisonPeriods(march, today);
const covered = { firstDay: '2024-01-01', lastDay: '2026-03-14' };
const delivered = { wholeUntil: '2026-03-09', someUntil: '2026-03-12' };
export const translation: Translation = {
  organisation: { pieces: [{ codes: ['hq.a'], as: ['hq.b'] }], asked: new Map([['hq.a', 'hq.b']]), bears: new Map() },
  line: {
    pieces: [
      { until: '2026-02-01', codes: ['old'], as: ['new'] },
      { codes: [], as: [] },
    ],
    asked: new Map(),
    bears: new Map(),
  },
};
/** Questions about measures. */
export const figureSamples: Readonly<Record<string, Samples>> = {
  breakdown: {
    'a sum': (scope) =>
      warehouse.breakdown({
        measure: 'complaints',
        filter: filter(),
        scope,
        by: 'region',
        limit: 100,
        comparisons,
        today,
        covered,
      }),
    'told as of a day': (scope) =>
      warehouse.breakdown({
        ...{ measure: 'per_10k_policies', filter: slice, scope, by: 'organisation', limit: 100 },
        ...{ comparisons, translation, today, covered },
      }),
    'works by organisation, told as of a day': (scope) =>
      warehouse.breakdown({
        ...{ measure: 'works_training_people', filter: filter(), scope, by: 'organisation', level: 2, limit: 100 },
        ...{ comparisons, translation, today, covered },
      }),
    'a rate by city': (scope) =>
      warehouse.breakdown({
        ...{ measure: 'per_100m_premium', filter: filter({ region: '340000' }), scope, by: 'city', limit: 100 },
        ...{ comparisons, today, covered },
      }),
    'a rate by level': (scope) =>
      warehouse.breakdown({
        measure: 'per_100m_premium',
        filter: filter({ basis: 'regulator' }),
        scope,
        by: 'line',
        level: 1,
        limit: 10,
        comparisons,
        today,
        covered,
      }),
  },
  'figures-by-period': {
    'rates of the same cases': (scope) =>
      warehouse.figuresByPeriod({
        ...{ measures: ['per_100m_premium', 'per_10k_policies'], filter: slice, scope, today },
        periods: [march, comparisons.yearBefore],
      }),
    policies: (scope) =>
      warehouse.figuresByPeriod({
        ...{ measures: ['per_10k_policies'], filter: slice, scope, today },
        periods: [march, comparisons.yearBefore],
      }),
    'on time, up to yesterday': (scope) =>
      warehouse.figuresByPeriod({ measures: ['on_time_closure'], filter: slice, scope, today, periods: [march] }),
    'the median of all': (scope) =>
      warehouse.figuresByPeriod({
        measures: ['median_handling_days'],
        filter: filter(),
        scope,
        today,
        periods: [march],
      }),
    'time to the first chaser': (scope) =>
      warehouse.figuresByPeriod({
        ...{ measures: ['median_first_chaser_days'], filter: filter({ special_group: 'elderly' }), scope, today },
        periods: [march],
      }),
    'works of the company': (scope) =>
      warehouse.figuresByPeriod({ measures: ['works_reviews'], filter: filter(), scope, today, periods: [march] }),
    'illicit agents': (scope) =>
      warehouse.figuresByPeriod({ measures: ['illicit_share'], filter: filter(), scope, today, periods: [march] }),
    'chased, of some groups': (scope) =>
      warehouse.figuresByPeriod({
        ...{ measures: ['chased_share'], filter: filter({ org_handling: 'hq.a', status: 'open' }), scope, today },
        periods: [march],
      }),
  },
  'heat-map': {
    'region by line': (scope) =>
      warehouse.heatMap({
        ...{ measure: 'complaints', filter: filter(), scope, today, top: 12 },
        ...{ split: { dimension: 'region' }, across: { dimension: 'line', level: 2 } },
      }),
    'cities of a region by region': (scope) =>
      warehouse.heatMap({
        ...{ measure: 'complaints', filter: filter({ region: '340000', city: '341200' }), scope, today, top: 5 },
        ...{ split: { dimension: 'region' }, across: { dimension: 'city' }, translation },
      }),
    'a quantile by what only cases know': (scope) =>
      warehouse.heatMap({
        ...{ measure: 'p90_handling_days', filter: slice, scope, today, top: 5, translation },
        ...{ split: { dimension: 'special_group' }, across: { dimension: 'sale_month' } },
      }),
  },
  'sale-cohorts': {
    'of a region and line': (scope) =>
      warehouse.saleCohorts({ filter: filter({ region: '440000', line: 'life' }), scope, translation }),
  },
  'arrival-delays': { any: (scope) => warehouse.arrivalDelays({ from: march.from, scope }) },
  series: {
    'complaints by day': (scope) =>
      warehouse.series({ measure: 'complaints', filter: filter(), scope, by: 'day', today, covered }),
    'complaints by week while a feed is late': (scope) =>
      warehouse.series({ measure: 'complaints', filter: filter(), scope, by: 'week', today, covered, delivered }),
    'the top reasons by week': (scope) =>
      warehouse.series({
        measure: 'complaints',
        filter: filter({ region: '440000,440300', basis: 'regulator' }),
        scope,
        by: 'week',
        split: 'reason',
        level: 1,
        top: 3,
        today,
        covered,
      }),
    'months beside a year before': (scope) =>
      warehouse.series({
        ...{ measure: 'complaints', filter: filter(), scope, by: 'month', today, covered },
        compare: { by: 12, unit: 'month' },
      }),
    'days of a split beside as many days before': (scope) =>
      warehouse.series({
        ...{ measure: 'repeat_share', filter: slice, scope, by: 'day', split: 'line', top: 2, today, covered },
        compare: { by: 31, unit: 'day' },
      }),
    'closed in time by month': (scope) =>
      warehouse.series({ measure: 'on_time_closure', filter: slice, scope, by: 'month', today, covered }),
    'premium rate by quarter': (scope) =>
      warehouse.series({
        measure: 'per_100m_premium',
        filter: slice,
        scope,
        by: 'quarter',
        split: 'region',
        today,
        covered,
      }),
    'from complaints, by year': (scope) =>
      warehouse.series({
        measure: 'mean_handling_days',
        filter: filter({ product: 'P1', reason: 'claim' }),
        scope,
        by: 'year',
        today,
        covered,
      }),
  },
  timeliness: {
    cube: (scope) => warehouse.timeliness({ filter: slice, scope, asOf: today }),
    'from complaints': (scope) => warehouse.timeliness({ filter: filter({ product: 'P1' }), scope, asOf: today }),
  },
  totals: {
    'two periods': (scope) =>
      warehouse.totals({ filter: slice, scope, today, covered, periods: [march, comparisons.yearBefore] }),
    'some sums while a feed is late': (scope) =>
      warehouse.totals({
        filter: slice,
        scope,
        today,
        covered,
        delivered,
        sums: ['complaints', 'due'],
        periods: [march],
      }),
  },
};
