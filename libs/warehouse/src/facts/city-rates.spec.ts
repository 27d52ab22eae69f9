import { startEngine } from '@tocsin/engine';
import { ComplaintFilter, type ComplaintFilterInput, reportingRegion } from '@tocsin/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { coverage } from '../queries/coverage.query.ts';
import { breakdown } from '../queries/breakdown.query.ts';
import { dirtyMonths } from '../queries/dirty-months.query.ts';
import { exposures } from '../queries/exposures.query.ts';
import { heatMap } from '../queries/heat-map.query.ts';
import { ratesBySlice } from '../queries/rates-by-slice.query.ts';
import { onEngine } from '../testing/on-engine.ts';
import { cellsOf, putReference } from '../testing/put-reference.ts';
import { putVersions, seconds } from '../testing/version-row.ts';
import { applyBatch } from '../writes/apply-batch.ts';
import { rollUp } from '../writes/roll-up.ts';
import { comparisonPeriods } from './comparison-periods.ts';
import { wholeCompany } from './scope.ts';

const engine = onEngine(startEngine);
const january = { from: '2026-01-01', until: '2026-02-01' };
const both = { from: '2026-01-01', until: '2026-03-01' };
const today = '2026-04-10';

/** Where the regulator forwarded complaints in each month. */
const FORWARDED: Readonly<Record<string, readonly string[]>> = {
  '2026-01': ['341204', '341202', '340100', '340000', '370100', '370100', '370100', '370600', '429004'],
  '2026-02': ['340100', '340100'],
};

beforeAll(async () => {
  const { warehouse } = engine;
  const rows = Object.entries(FORWARDED).flatMap(([month, codes]) => codes.map((region) => ({ month, region })));
  await putVersions(
    warehouse,
    'a',
    rows.map(({ month, region }, index) => ({
      ...{ complaint_id: String(index), region, report_region: reportingRegion(region) },
      ...{ kind: 'complaint', source: 'regulator', status: 'open', organisation: 'hq', line: 'life', reason: 'sale' },
      received_at: seconds(`${month}-05 10:00`),
    })),
  );
  await applyBatch(warehouse, 'a');
  await rollUp(warehouse, await warehouse.rows(dirtyMonths()));
  // Anhui by city and district; Shandong as a whole and one of its cities; Hubei and, in February, Anhui as a whole alone.
  await putReference(
    warehouse,
    'exposure',
    cellsOf(`
      month    region  organisation  line  premium
      2026-01  340100  hq            life  40000000
      2026-01  340104  hq            life  10000000
      2026-01  341202  hq            life  20000000
      2026-01  341204  hq            life  30000000
      2026-01  370000  hq            life  200000000
      2026-01  370100  hq            life  50000000
      2026-01  420000  hq            life  100000000
      2026-02  340000  hq            life  100000000`),
  );
});

const asked = (more: Partial<ComplaintFilterInput>) => ({
  ...{ measure: 'per_100m_premium' as const, scope: wholeCompany, today },
  filter: ComplaintFilter.parse({ ...january, ...more }),
});

/** A month's exposure is added up from its days, which leaves a trace in the last digits. */
const plain = (value: number | null) => value && Number(value.toFixed(9));

async function rates(by: 'city' | 'region', more: Partial<ComplaintFilterInput> = {}) {
  const comparisons = comparisonPeriods({ ...january, ...more }, today);
  const covered = await engine.warehouse.one(coverage());
  const rows = await engine.warehouse.rows(breakdown({ ...asked(more), by, limit: 100, comparisons, covered }));
  return Object.fromEntries(rows.map(({ code, value, cases }) => [code, [plain(value), cases]]));
}

describe('rates of cities', () => {
  it('are cases over the exposure of the city, its districts’ where it has no row of its own', async () => {
    expect(await rates('city', { region: '340000' })).toEqual({
      '340100': [1 / 0.4, 1], // its own row holds the district's
      '341200': [2 / 0.5, 2], // 20 + 30 million of two districts
      '': [null, 0], // who named no city is not the rest of the province
    });
  });

  it('are none where exposure is known of the province alone: never 0, never the province’s', async () => {
    expect(await rates('city', { region: '370000,420000' })).toEqual({
      '370100': [3 / 0.5, 3],
      '370600': [null, 0],
      '429004': [null, 0],
    });
    expect(await rates('city', { city: '370600' })).toEqual({ '370600': [null, 0] });
  });

  it('leave out months in which only the province’s exposure is known', async () => {
    expect(await rates('city', { ...both, city: '340100' })).toEqual({ '340100': [1 / 0.4, 1] });
    expect(await rates('region', { ...both, region: '340000' })).toEqual({
      '340000': [plain(6 / 1.9), 6], // 40 + 20 + 30 and 100 million
    });
  });
});

describe('rates of regions', () => {
  it('are made of their cities where they have no row of their own, and of that row where they have', async () => {
    expect(await rates('region')).toEqual({
      '340000': [plain(4 / 0.9), 4],
      '370000': [4 / 2, 4],
      '420000': [1, 1],
    });
    const months = await engine.warehouse.rows(exposures({ filter: ComplaintFilter.parse(both), scope: wholeCompany }));
    expect(months.map(({ month, premium }) => [month, premium])).toEqual([
      ['2026-01-01', 390_000_000],
      ['2026-02-01', 100_000_000],
    ]);
  });
});

it('cases and exposure of all cities add up to the region’s', async () => {
  const sums = async (split: 'city' | 'region') => {
    const rows = await engine.warehouse.rows(
      ratesBySlice({
        ...{ measure: 'per_100m_premium', filter: { basis: 'company', region: ['340000'] } },
        ...{ split: [{ dimension: split }], scope: wholeCompany, ...january },
      }),
    );
    const of = (figures: readonly (number | null)[][]) => figures.flat().reduce<number>((sum, x) => sum + (x ?? 0), 0);
    return [of(rows.map(({ cases }) => cases)), of(rows.map(({ exposure }) => exposure))];
  };
  expect(await sums('city')).toEqual([4, 90_000_000]);
  expect(await sums('region')).toEqual([4, 90_000_000]);
});

it('a city without a rate stands in the heat map beside those with one', async () => {
  const cells = await engine.warehouse.rows(
    heatMap({
      ...asked({ region: '370000' }),
      ...{ split: { dimension: 'city' }, across: { dimension: 'line', level: 1 }, top: 20 },
    }),
  );
  expect(cells.map(({ code, across, value }) => [code, across, plain(value)])).toEqual([
    ['370100', 'life', 6],
    ['370600', 'life', null],
  ]);
});
