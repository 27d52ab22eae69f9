import { startEngine } from '@tocsin/engine';
import { cityOf, ComplaintFilter, type ComplaintFilterInput, reportingRegion } from '@tocsin/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { coverage } from '../queries/coverage.query.ts';
import { breakdown } from '../queries/breakdown.query.ts';
import { dirtyMonths } from '../queries/dirty-months.query.ts';
import { heatMap } from '../queries/heat-map.query.ts';
import { onEngine } from '../testing/on-engine.ts';
import { putVersions, seconds } from '../testing/version-row.ts';
import { applyBatch } from '../writes/apply-batch.ts';
import { rollUp } from '../writes/roll-up.ts';
import { comparisonPeriods } from './comparison-periods.ts';
import { wholeCompany } from './scope.ts';

const engine = onEngine(startEngine);

/** A province's cities, districts, the province alone, a city under it; a municipality; a single-listed city; foreign; none. */
const PROVINCES = ['341200', '341204', '340100', '340000', '429004', '429000'];
const CODES = [...PROVINCES, '110105', '110100', '210202', '210200', '210100', 'TX', ''];

beforeAll(async () => {
  const { warehouse } = engine;
  await putVersions(
    warehouse,
    'a',
    CODES.map((region, index) => ({
      ...{ complaint_id: String(index), region, report_region: reportingRegion(region) },
      ...{ kind: 'complaint', source: 'direct', status: 'open', organisation: 'hq', line: 'life', reason: 'sale' },
      received_at: seconds('2026-03-05 10:00'),
    })),
  );
  await applyBatch(warehouse, 'a');
  await rollUp(warehouse, await warehouse.rows(dirtyMonths()));
});

const march = { from: '2026-03-01', until: '2026-04-01' };
const today = '2026-04-10';
const asked = (more: Partial<ComplaintFilterInput>) => ({
  ...{ measure: 'complaints' as const, scope: wholeCompany, today },
  filter: ComplaintFilter.parse({ ...march, ...more }),
});

async function byCity(more: Partial<ComplaintFilterInput>) {
  const rows = await engine.warehouse.rows(
    breakdown({
      ...{ ...asked(more), by: 'city', limit: 100, comparisons: comparisonPeriods(march, today) },
      covered: await engine.warehouse.one(coverage()),
    }),
  );
  return Object.fromEntries(rows.map(({ code, value }) => [code, value]));
}

describe('cities', () => {
  it('are counted as the contracts tell them', async () => {
    const expected: Record<string, number> = {};
    for (const code of CODES) expected[cityOf(code)] = (expected[cityOf(code)] ?? 0) + 1;
    expect(await byCity({})).toEqual(expected);
  });

  it('are those of the region asked for, and a city is asked for by its code', async () => {
    expect(await byCity({ region: '340000' })).toEqual({ '341200': 2, '340100': 1, '': 1 });
    expect(await byCity({ city: '341200,110105' })).toEqual({ '341200': 2, '110105': 1 });
    expect(await byCity({ region: '340000', city: '!341200' })).toEqual({ '340100': 1, '': 1 });
  });

  it('lie beside their region, whose name means where a complaint is reported', async () => {
    const cells = await engine.warehouse.rows(
      heatMap({ ...asked({}), split: { dimension: 'region' }, across: { dimension: 'city' }, top: 20 }),
    );
    expect(cells.map(({ code, across, value }) => [code, across, value])).toEqual([
      ['', '', 1],
      ['110000', '', 1],
      ['110000', '110105', 1],
      ['210000', '210100', 1],
      ['210200', '', 1],
      ['210200', '210202', 1],
      ['340000', '', 1],
      ['340000', '340100', 1],
      ['340000', '341200', 2],
      ['420000', '', 1],
      ['420000', '429004', 1],
      ['TX', '', 1],
    ]);
  });
});
