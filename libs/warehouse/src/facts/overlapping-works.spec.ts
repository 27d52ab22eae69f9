import { startEngine } from '@tocsin/engine';
import { ComplaintFilter, type ComplaintFilterInput } from '@tocsin/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { coverage } from '../queries/coverage.query.ts';
import { breakdown } from '../queries/breakdown.query.ts';
import { figuresByPeriod } from '../queries/figures-by-period.query.ts';
import { onEngine } from '../testing/on-engine.ts';
import { cellsOf, putReference } from '../testing/put-reference.ts';
import { comparisonPeriods } from './comparison-periods.ts';
import { wholeCompany } from './scope.ts';

const engine = onEngine(startEngine);
const half = { from: '2026-01-01', until: '2026-07-01' };
const today = '2026-08-01';

// Reviews: a month inside its quarter. Drills: two ways to write one quarter. Mediation: a centre below its branch, each with its
// own. Training: the whole by half, a branch by month. Elderly: quarters side by side, and the whole beside its branches in one
// period.
beforeAll(async () => {
  await putReference(
    engine.warehouse,
    'work',
    cellsOf(`
      period    organisation  kind       metric  value
      2026Q1    -             review     产品    41
      2026-02   -             review     产品    12
      2026Q2    -             review     服务    7
      2026Q1    hq.a          drill      场次    2
      2026M01-M03  hq.a       drill      场次    2
      2026Q1    hq.b          drill      场次    4
      2026Q1    hq.a          mediation  件数    9
      2026Q1    hq.a.01       mediation  件数    4
      2026Q1    hq.ab         mediation  件数    1
      2026H1    -             training   场次    30
      2026-03   hq.a          training   场次    5
      2026Q1    -             elderly    场次    20
      2026Q1    hq.a          elderly    场次    6
      2026Q2    -             elderly    场次    3
      2026-06-30  hq.b        elderly    巡回    1`),
  );
});

type Works = 'reviews' | 'drills' | 'mediation' | 'training' | 'elderly';

async function total(works: Works, more: Partial<ComplaintFilterInput> = {}) {
  const filter = ComplaintFilter.parse({ ...half, ...more });
  const [figure] = await engine.warehouse.rows(
    figuresByPeriod({ measures: [`works_${works}`], filter, scope: wholeCompany, periods: [filter], today }),
  );
  return figure?.values[0];
}

describe('works that were entered twice', () => {
  it.each([
    ['reviews', 'a month inside its quarter'],
    ['drills', 'one quarter written in two ways'],
    ['training', 'a month of a branch inside half a year of the whole'],
  ] as const)('%s have no figure: %s', async (works, _why) => expect(await total(works)).toBeNull());

  it('have one where the rows are not added to one another', async () => {
    expect(await total('training', { organisation: 'hq.a' })).toBe(5);
    expect(await total('mediation')).toBe(14);
    expect(await total('mediation', { organisation: 'hq.a' })).toBe(13); // its own and its centre's
    expect(await total('elderly')).toBe(24); // 20 + 3, and another metric on a day of the second quarter
    expect(await total('elderly', { organisation: 'hq.a' })).toBe(6);
    expect(await total('reviews', { from: '2026-04-01' })).toBe(7);
  });

  it('are a dash in a breakdown, beside those that are known', async () => {
    const asked = { scope: wholeCompany, today, filter: ComplaintFilter.parse(half) };
    const rows = await engine.warehouse.rows(
      breakdown({
        ...{ ...asked, measure: 'works_drills', by: 'organisation', level: 2, limit: 10 },
        comparisons: comparisonPeriods(half, today),
        covered: await engine.warehouse.one(coverage()),
      }),
    );
    expect(rows.map(({ code, value, cases }) => [code, value, cases])).toEqual([
      ['hq.b', 4, 4],
      ['hq.a', null, 0],
    ]);
  });
});
