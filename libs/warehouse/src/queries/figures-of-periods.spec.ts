import { startEngine } from '@tocsin/engine';
import type { ComplaintFilterInput } from '@tocsin/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DeliveredDays } from '../facts/coverage.ts';
import { askedTogether } from '../facts/rate-facts.ts';
import { wholeCompany } from '../facts/scope.ts';
import { filter, march, storeEight, today } from '../testing/eight-complaints.ts';
import { onEngine } from '../testing/on-engine.ts';
import { coverage } from './coverage.query.ts';
import { figuresByPeriod } from './figures-by-period.query.ts';
import { totals } from './totals.query.ts';

const engine = onEngine(startEngine);
const scope = wholeCompany;

beforeAll(() => storeEight(engine.warehouse));

it('totals answers every sum for every period at once', async () => {
  const periods = [march, { from: '2025-03-01', until: '2025-04-01' }, { from: '2026-02-01', until: '2026-03-01' }];
  const [now, before, february] = await engine.warehouse.rows(
    totals({ filter: filter(), scope, today: '2026-04-02', periods, covered: await engine.warehouse.one(coverage()) }),
  );
  expect(now).toEqual({
    period: 0,
    covered: true,
    reached: true,
    complaints: 4,
    chasers: 1,
    repeats: 1,
    escalated: 1,
    withdrawn: 1,
    closed: 3,
    handling_days: 15 + 16 + 3,
    answered: 3,
    mediations: 1,
    mediated: 1,
    due: 5,
    closed_in_time: 2,
    due_closed: 3,
    overdue: 3,
    rated: 2,
    satisfied: 1,
    compensated: 2,
    compensation: 120_050 + 9_900,
    goodwill: 1,
    goodwill_amount: 9_900,
  });
  expect(before).toMatchObject({ period: 1, covered: false, complaints: 1 });
  expect(february).toMatchObject({ period: 2, covered: true, complaints: 1, due: 0 });
});

it('totals tells periods that data reach from those they cover, and a late feed’s from quiet ones', async () => {
  const periods = [
    { from: '2025-01-01', until: '2025-03-06' },
    { from: '2026-03-05', until: '2026-03-08' },
    { from: '2026-03-05', until: '2026-03-10' },
    { from: '2026-03-11', until: '2026-03-20' },
  ];
  const told = async (delivered?: DeliveredDays) => {
    const asked = { filter: filter(), scope, today: '2026-04-02', sums: ['complaints'] as const, periods, delivered };
    const covered = await engine.warehouse.one(coverage());
    const found = await engine.warehouse.rows(totals({ ...asked, covered }));
    return found.map(({ covered, reached, complaints }) => [covered, reached, complaints]);
  };
  const [before, quiet, lively, after] = [
    [false, true, 1],
    [true, true, 0],
    [true, true, 1],
    [false, false, 0],
  ];
  expect(await told()).toEqual([before, quiet, lively, after]);
  const late = { wholeUntil: '2026-03-05', someUntil: '2026-03-05' };
  expect(await told(late)).toEqual([before, [true, false, 0], lively, after]);
});

it('figuresByPeriod names the last month that had a denominator', async () => {
  const periods = [march, { from: '2026-02-01', until: '2026-03-01' }];
  expect(
    await engine.warehouse.rows(
      figuresByPeriod({ measures: ['per_10k_policies'], filter: filter(), scope, today, periods }),
    ),
  ).toEqual([
    { period: 0, values: [expect.closeTo((1 * 10_000) / 5000, 9)], denominatorsUntil: ['2026-03-01'] },
    { period: 1, values: [null], denominatorsUntil: [null] },
  ]);
});

it('figuresByPeriod answers rates of the same cases at once, each over the months of its own denominator', async () => {
  const rates = ['per_100m_premium', 'per_10k_policies'] as const;
  const periods = [march, { from: '2026-02-01', until: '2026-03-11' }];
  const asked = { filter: filter(), scope, today, periods };
  const [now, longer] = await engine.warehouse.rows(figuresByPeriod({ ...asked, measures: rates }));
  expect(now?.values).toEqual([expect.closeTo(1 / 9.3, 9), expect.closeTo(10_000 / 5000, 9)]);
  // ten of March's days have their share of its exposure; February's case has none
  expect(longer?.values).toEqual([expect.closeTo(3.1 / 9.3, 9), expect.closeTo((3.1 * 10_000) / 5000, 9)]);
  for (const [at, rate] of rates.entries()) {
    const alone = await engine.warehouse.rows(figuresByPeriod({ ...asked, measures: [rate] }));
    expect(alone.map(({ values }) => values[0])).toEqual([now?.values[at], longer?.values[at]]);
  }
});

it('figures that one question cannot answer are asked for apart', () => {
  expect(askedTogether(['per_10k_policies', 'median_handling_days', 'per_100m_premium', 'complaints'])).toEqual([
    ['per_10k_policies', 'per_100m_premium'],
    ['median_handling_days'],
    ['complaints'],
  ]);
  const mixed = { filter: filter(), scope, today, periods: [march] };
  expect(() => figuresByPeriod({ ...mixed, measures: ['per_10k_policies', 'complaints'] })).toThrow(RangeError);
  expect(() => figuresByPeriod({ ...mixed, measures: ['complaints', 'closed'] })).toThrow(RangeError);
});

describe('quantiles', () => {
  const median = async (
    share: 'median_handling_days' | 'p90_handling_days',
    more: Partial<ComplaintFilterInput> = {},
  ) =>
    (
      await engine.warehouse.rows(
        figuresByPeriod({ measures: [share], filter: filter(more), scope, today: '2026-04-02', periods: [march] }),
      )
    ).map(({ values }) => values[0]);

  it('are whole days by nearest rank, from the cube as from complaints', async () => {
    // Closed in March: A-2 after 15 days, A-3 after 16, A-6 after 3.
    expect(await median('median_handling_days')).toEqual([15]);
    expect(await median('p90_handling_days')).toEqual([16]);
    expect(await median('median_handling_days', { product: 'P1,P2,P3' })).toEqual([15]);
  });

  it('are null where nothing was closed', async () => {
    expect(await median('median_handling_days', { basis: 'regulator' })).toEqual([null]);
  });
});
