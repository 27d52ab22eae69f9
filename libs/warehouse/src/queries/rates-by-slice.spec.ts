import { startEngine } from '@tocsin/engine';
import { beforeAll, expect, it } from 'vitest';
import { wholeCompany } from '../facts/scope.ts';
import { onEngine } from '../testing/on-engine.ts';
import { cellsOf, putReference } from '../testing/put-reference.ts';
import { type VersionRow, putVersions, seconds } from '../testing/version-row.ts';
import { applyBatch } from '../writes/apply-batch.ts';
import { rollUp } from '../writes/roll-up.ts';
import { dirtyMonths } from './dirty-months.query.ts';
import { figuresByPeriod } from './figures-by-period.query.ts';
import { ratesBySlice } from './rates-by-slice.query.ts';

const engine = onEngine(startEngine);
const quarter = { from: '2026-01-01', until: '2026-04-01' };

const ROWS = `
A-1 regulator 2026-01-05 440000 property.motor hq.south
A-2 regulator 2026-01-31 440000 property.motor hq.south
A-3 regulator 2026-01-20 110000 life.annuity   hq.north
A-4 self      2026-01-21 440000 property.motor hq.south
A-5 regulator 2026-03-02 440000 property.motor hq.south
A-6 regulator 2025-12-31 440000 property.motor hq.south`;

beforeAll(async () => {
  const rows = ROWS.trim()
    .split('\n')
    .map((text) => {
      const [complaint_id, source, day, region, line, organisation] = text.split(/\s+/);
      const more = { region, report_region: region, line, organisation };
      return { complaint_id, kind: 'complaint', source, received_at: seconds(`${day} 10:00`), ...more } as VersionRow;
    });
  await putVersions(engine.warehouse, 'b-1', rows);
  await applyBatch(engine.warehouse, 'b-1');
  await rollUp(engine.warehouse, await engine.warehouse.rows(dirtyMonths()));
  await putReference(
    engine.warehouse,
    'exposure',
    cellsOf(`
    month   region organisation line           premium   policies
    2026-01 440000 hq.south     property.motor 40000000  8000
    2026-01 110000 hq.north     life.annuity   60000000  -
    2026-02 440000 hq.south     property.motor 50000000  9000
    2026-02 110000 hq.north     life.annuity   0         -
    2026-04 440000 hq.south     property.motor 70000000  9500`),
  );
});

const ask = { measure: 'per_100m_premium', filter: { basis: 'company' }, split: [], ...quarter } as const;

it('cases are those of the regulator, and a month without exposure has none, which is not zero', async () => {
  const [whole] = await engine.warehouse.rows(ratesBySlice({ ...ask, scope: wholeCompany }));
  expect(whole).toEqual({
    codes: [],
    months: ['2026-01-01', '2026-02-01', '2026-03-01'],
    cases: [3, 0, 1], // the one that the company received itself does not count
    exposure: [100_000_000, 50_000_000, null],
  });
});

it('is cut by all that exposure is known by, each slice with its own', async () => {
  const split = [
    { dimension: 'region' },
    { dimension: 'organisation', level: 2 },
    { dimension: 'line', level: 1 },
  ] as const;
  expect(await engine.warehouse.rows(ratesBySlice({ ...ask, split, scope: wholeCompany }))).toEqual([
    {
      codes: ['110000', 'hq.north', 'life'],
      months: ['2026-01-01', '2026-02-01'],
      cases: [1, 0],
      exposure: [60_000_000, 0], // known to be nothing
    },
    {
      codes: ['440000', 'hq.south', 'property'],
      months: ['2026-01-01', '2026-02-01', '2026-03-01'],
      cases: [2, 0, 1],
      exposure: [40_000_000, 50_000_000, null],
    },
  ]);
});

it('by what exposure is not known by there is none at all', async () => {
  const found = await engine.warehouse.rows(
    ratesBySlice({ ...ask, split: [{ dimension: 'product' }], scope: wholeCompany }),
  );
  expect(found.flatMap(({ exposure }) => exposure)).toEqual([null, null]);
});

it('adds up to what `figuresByPeriod` says over months whose exposure is known', async () => {
  const filter = { basis: 'company', region: ['440000'] } as const;
  const known = { from: '2026-01-01', until: '2026-03-01' };
  const [one] = await engine.warehouse.rows(ratesBySlice({ ...ask, ...known, filter, scope: wholeCompany }));
  const [figure] = await engine.warehouse.rows(
    figuresByPeriod({ measures: [ask.measure], filter, scope: wholeCompany, periods: [known], today: '2026-05-01' }),
  );
  // 2 cases over 40 + 50 million: 2 / 0.9
  expect(one).toMatchObject({ cases: [2, 0], exposure: [40_000_000, 50_000_000] });
  expect(figure?.values[0]).toBeCloseTo(2 / 0.9, 9);
});

it('a branch sees its own cases over its own exposure', async () => {
  const [own] = await engine.warehouse.rows(ratesBySlice({ ...ask, scope: { organisations: ['hq.north'] } }));
  expect(own).toMatchObject({ cases: [1, 0], exposure: [60_000_000, 0] });
});
