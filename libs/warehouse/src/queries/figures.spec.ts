import { startEngine } from '@tocsin/engine';
import type { ComplaintFilterInput } from '@tocsin/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { comparisonPeriods } from '../facts/comparison-periods.ts';
import { wholeCompany } from '../facts/scope.ts';
import type { Shift } from '../facts/shift.ts';
import { filter, march, storeEight, today } from '../testing/eight-complaints.ts';
import { onEngine } from '../testing/on-engine.ts';
import { coverage } from './coverage.query.ts';
import { breakdown } from './breakdown.query.ts';
import { coverageGaps } from './coverage-gaps.query.ts';
import { dayCountsByCuts } from './day-counts-by-cuts.query.ts';
import { dayCountsBySlice } from './day-counts-by-slice.query.ts';
import { exposures } from './exposures.query.ts';
import { freshness } from './freshness.query.ts';
import { heatMap } from './heat-map.query.ts';
import { series } from './series.query.ts';
import { timeliness } from './timeliness.query.ts';
import { totals } from './totals.query.ts';

const engine = onEngine(startEngine);
const scope = wholeCompany;
const covered = () => engine.warehouse.one(coverage());

beforeAll(() => storeEight(engine.warehouse));

describe('series', () => {
  const points = async (question: Omit<Parameters<typeof series>[0], 'scope' | 'today' | 'covered'>) =>
    engine.warehouse.rows(series({ scope, today, covered: await covered(), ...question }));

  it('fills quiet days with 0, ends what data cover with null, and says which days have ended', async () => {
    const days = await points({
      measure: 'complaints',
      filter: filter({ from: '2026-03-01', until: '2026-03-12' }),
      by: 'day',
    });
    expect(days.map(({ value }) => value)).toEqual([0, 2, 1, 0, 0, 0, 0, 0, 1, 0, null]);
    expect(days[0]).toEqual({ at: '2026-03-01', split: '', value: 0, compared: null, complete: 1 });
  });

  it('starts weeks on Monday, and a week that the period cuts or that still runs is not complete', async () => {
    expect(
      await points({ measure: 'complaints', filter: filter({ from: '2026-02-25', until: '2026-03-20' }), by: 'week' }),
    ).toEqual([
      { at: '2026-02-23', split: '', value: 1, compared: null, complete: 0 },
      { at: '2026-03-02', split: '', value: 3, compared: null, complete: 1 },
      { at: '2026-03-09', split: '', value: 1, compared: null, complete: 0 },
      { at: '2026-03-16', split: '', value: null, compared: null, complete: 0 },
    ]);
  });

  it('splits by the level of a tree, fills each value, and adds up the rest', async () => {
    const split = await points({
      measure: 'complaints',
      filter: filter({ from: '2026-02-01', until: '2026-04-01' }),
      by: 'month',
      split: 'reason',
      level: 1,
      top: 1,
    });
    expect(split.map(({ at, split: code, value }) => [at, code, value])).toEqual([
      ['2026-02-01', 'claim', 1],
      ['2026-03-01', 'claim', 2],
      ['2026-02-01', '…', 0],
      ['2026-03-01', '…', 2],
    ]);
  });

  it('answers an empty slice with zeros', async () => {
    const days = await points({
      measure: 'complaints',
      filter: filter({ line: 'property.guarantee', until: '2026-03-04' }),
      by: 'day',
    });
    expect(days.map(({ value }) => value)).toEqual([0, 0, 0]);
  });

  it('divides by what was due, and is null where nothing was', async () => {
    const rate = await points({
      measure: 'on_time_closure',
      filter: filter({ from: '2026-01-01', until: '2026-04-01' }),
      by: 'month',
    });
    // Due up to the 14th: A-1 alone, which is open.
    expect(rate.map(({ value }) => value)).toEqual([null, null, 0]);
    const later = await engine.warehouse.rows(
      series({
        ...{ measure: 'on_time_closure', by: 'month', scope, today: '2026-04-01', covered: await covered() },
        filter: filter(),
      }),
    );
    // Due in March: A-1 …; in time. A-3 was closed half an hour after its day due.
    expect(later.map(({ value }) => value)).toEqual([40]);
  });

  it('divides by exposure over months and slices that have any', async () => {
    const all = await points({
      measure: 'per_100m_premium',
      filter: filter({ from: '2026-02-01' }),
      by: 'month',
      split: 'region',
    });
    // The regulator forwarded one of 110000 in March, over 6.2 hundred million, and none of 440000.
    expect(all.map(({ at, split, value }) => [at, split, value])).toEqual([
      ['2026-02-01', '110000', null],
      ['2026-03-01', '110000', expect.closeTo(1 / 6.2, 9)],
      ['2026-02-01', '440000', null],
      ['2026-03-01', '440000', 0],
    ]);
  });

  it('spreads a month of exposure over its days', async () => {
    const [point] = await points({
      measure: 'per_100m_premium',
      filter: filter({ until: '2026-03-11', region: '110000' }),
      by: 'month',
    });
    expect(point?.value).toBeCloseTo(1 / 2, 9); // 10 of 31 days of 6.2 hundred million
  });

  it('has no rate by product, since premium is not known by product', async () => {
    const rate = await points({ measure: 'per_100m_premium', filter: filter({ product: 'P1' }), by: 'month' });
    expect(rate).toMatchObject([{ value: null }]);
  });

  it('says the same from a cube and from complaints', async () => {
    const fromCube = await points({ measure: 'complaints', filter: filter(), by: 'day', split: 'region' });
    const fromComplaints = await points({
      measure: 'complaints',
      filter: filter({ product: ['P1', 'P2', 'P3'] }),
      by: 'day',
      split: 'region',
    });
    expect(fromComplaints).toEqual(fromCube);
  });
});

describe('filters', () => {
  const count = async (more: Partial<ComplaintFilterInput>, organisations: string[] = []) => {
    const [row] = await engine.warehouse.rows(
      totals({ filter: filter(more), scope: { organisations }, today, covered: await covered(), periods: [march] }),
    );
    return row?.complaints;
  };

  it('keep what lies below a tree code, and not what only begins alike', async () => {
    expect(await count({ organisation: 'hq.south' })).toBe(2);
    expect(await count({ organisation: 'hq.southern' })).toBe(1);
    expect(await count({ line: 'property' })).toBe(2);
    expect(await count({ reason: 'claim' })).toBe(2);
  });

  it('count a single-listed city apart from its province', async () => {
    expect(await count({ region: '440000' })).toBe(2);
    expect(await count({ region: '440300' })).toBe(1);
    expect(await count({ region: '440000,440300' })).toBe(3);
  });

  it('keep the regulator’s forwardings for its basis', async () => {
    expect(await count({ basis: 'regulator' })).toBe(1);
    expect(await count({ basis: 'company' })).toBe(4);
    expect(await count({ basis: 'regulator', source: 'self' })).toBe(0);
  });

  it('never reach beyond the scope', async () => {
    expect(await count({}, ['hq.south'])).toBe(2);
    expect(await count({ organisation: 'hq.north' }, ['hq.south'])).toBe(0);
    expect(await count({ product: 'P3' }, ['hq.north', 'hq.south'])).toBe(1);
  });
});

it('breakdown puts the largest first beside a year before and the period before', async () => {
  const comparisons = comparisonPeriods(march, '2026-04-02');
  expect(
    await engine.warehouse.rows(
      breakdown({
        measure: 'complaints',
        filter: filter(),
        scope,
        by: 'line',
        level: 1,
        limit: 10,
        comparisons,
        today,
        covered: await covered(),
      }),
    ),
  ).toEqual([
    { code: 'life', value: 2, cases: 2, yearBefore: null, periodBefore: 0 },
    { code: 'property', value: 2, cases: 2, yearBefore: null, periodBefore: 1 },
  ]);
});

it('heatMap has a cell for each pair that has anything', async () => {
  const cells = await engine.warehouse.rows(
    heatMap({
      ...{ measure: 'complaints', filter: filter(), scope, today, top: 1 },
      ...{ split: { dimension: 'line', level: 1 }, across: { dimension: 'region' } },
    }),
  );
  expect(cells).toEqual([
    { code: 'life', across: '440000', value: 1, cases: 1 },
    { code: 'life', across: '…', value: 1, cases: 1 },
    { code: '…', across: '440000', value: 1, cases: 1 },
    { code: '…', across: '…', value: 1, cases: 1 },
  ]);
});

describe('what lies beside a bucket', () => {
  const beside = async (from: string, until: string, by: 'day' | 'month', compare: Shift) =>
    engine.warehouse.rows(
      series({
        ...{ measure: 'complaints', by, scope, today, covered: await covered() },
        filter: filter({ from, until }),
        compare,
      }),
    );

  it('is the month a year before, null where data began later', async () => {
    const months = await beside('2026-02-01', '2026-04-01', 'month', { by: 12, unit: 'month' });
    expect(months.map(({ value, compared }) => [value, compared])).toEqual([
      [1, null],
      [4, null],
    ]);
  });

  it('is as many days as are over of a month that runs', async () => {
    const [march] = await beside('2026-03-01', '2026-04-01', 'month', { by: 1, unit: 'month' });
    // A-1 of 27 February lies beside 27 March, which has not come yet
    expect(march).toMatchObject({ value: 4, compared: 0, complete: 0 });
    const late = await engine.warehouse.rows(
      series({
        ...{
          measure: 'complaints',
          by: 'month',
          scope,
          today: '2026-04-02',
          filter: filter(),
          covered: await covered(),
        },
        compare: { by: 1, unit: 'month' },
      }),
    );
    expect(late).toMatchObject([{ value: 4, compared: 1, complete: 1 }]);
  });
});

it('exposures sums what is known and leaves the rest unknown', async () => {
  expect(await engine.warehouse.rows(exposures({ filter: filter({ region: '440000' }), scope }))).toEqual([
    { month: '2026-03-01', premium: 31e7, policies: null, person_times: null },
  ]);
});

it.each([
  ['the cube', {}, { overdue: 1, nearDue: 1 }],
  ['complaints', { organisation: 'hq.north' }, { overdue: 0, nearDue: 1 }],
])('timeliness counts open cases from %s', async (_, more, expected) => {
  expect(await engine.warehouse.one(timeliness({ filter: filter(more), scope, asOf: today }))).toEqual(expected);
});

it('dayCountsBySlice is one compact row a slice', async () => {
  const split = [{ dimension: 'line' as const, level: 1 }];
  expect(
    await engine.warehouse.rows(
      dayCountsBySlice({ ...march, sum: 'complaints', basis: 'company', where: {}, split, scope }),
    ),
  ).toEqual([
    { codes: ['life'], days: [2, 8], counts: [1, 1] },
    { codes: ['property'], days: [1], counts: [2] },
  ]);
  expect(
    await engine.warehouse.rows(
      dayCountsBySlice({ ...march, sum: 'complaints', basis: 'company', where: { line: ['life'] }, split: [], scope }),
    ),
  ).toEqual([{ codes: [], days: [2, 8], counts: [1, 1] }]);
});

it('dayCountsByCuts says in one pass what dayCountsBySlice says of each cut', async () => {
  const cuts = [
    [{ dimension: 'reason', level: 1 }],
    [{ dimension: 'line' }],
    [{ dimension: 'line' }, { dimension: 'region' }],
    [{ dimension: 'region' }],
    [{ dimension: 'product' }],
  ] as const;
  const asked = { from: '2025-01-01', until: '2026-04-01', sum: 'complaints', basis: 'company', scope } as const;
  for (const where of [{}, { region: ['440000', '440300'] }, { organisation: ['hq.south'], line: ['property'] }]) {
    const found = await engine.warehouse.rows(dayCountsByCuts({ ...asked, where, cuts }));
    for (const [cut, split] of cuts.entries()) {
      const alone = await engine.warehouse.rows(dayCountsBySlice({ ...asked, where, split }));
      expect(alone.length).toBeGreaterThan(0);
      expect(found.filter((row) => row.cut === cut).map(({ cut: _cut, ...row }) => row)).toEqual(alone);
    }
  }
});

it('freshness and gaps say what data there are', async () => {
  expect(await engine.warehouse.one(freshness({ scope }))).toMatchObject({
    receivedUntil: '2026-03-10T02:00:00Z',
    firstDay: '2025-03-05',
    lastDay: '2026-03-10',
    lastImportAt: null,
  });
  expect(await engine.warehouse.rows(coverageGaps({ scope, minDays: 2 }))).toEqual([
    { from: '2025-03-06', until: '2026-02-27' },
    { from: '2026-02-28', until: '2026-03-02' },
    { from: '2026-03-05', until: '2026-03-09' },
  ]);
});
