import { startEngine } from '@tocsin/engine';
import { beforeAll, expect, it } from 'vitest';
import { wholeCompany } from '../facts/scope.ts';
import { onEngine } from '../testing/on-engine.ts';
import { cellsOf, putReference } from '../testing/put-reference.ts';
import { leadingDayCounts } from './leading-day-counts.query.ts';

const engine = onEngine(startEngine);
const march = { from: '2026-03-01', until: '2026-04-01' };
const ask = { series: 'claim-reports', where: {}, split: [], ...march, scope: wholeCompany } as const;

beforeAll(async () => {
  const rows = cellsOf(`
    day        series        region organisation line           channel count
    2026-03-02 claim-reports 340000 hq.east.a    property.motor phone   5
    2026-03-02 claim-reports 340000 hq.east.b    property.motor web     2
    2026-03-09 claim-reports 340000 hq.east.a    property.other phone   0
    2026-03-03 claim-reports 110000 hq.north     property.motor phone   7
    2026-03-03 enquiries     110000 hq.north     property.motor phone   90
    2026-04-01 claim-reports 110000 hq.north     property.motor phone   8`);
  await putReference(engine.warehouse, 'leading', rows);
});

it('leading counts come by day, of one series and of the days asked for', async () => {
  // 2, 3 and 9 March; a day with a row of 0 was counted, one without a row was not
  expect(await engine.warehouse.rows(leadingDayCounts(ask))).toEqual([
    { codes: [], days: [1, 2, 8], counts: [7, 7, 0] },
  ]);
});

it('they are cut by region and by a level of a tree, and kept by channel', async () => {
  const split = [{ dimension: 'region' }, { dimension: 'line', level: 1 }] as const;
  const phone = { ...ask, split, where: { intake_channel: ['phone'] } };
  expect(await engine.warehouse.rows(leadingDayCounts(phone))).toEqual([
    { codes: ['110000', 'property'], days: [2], counts: [7] },
    { codes: ['340000', 'property'], days: [1, 8], counts: [5, 0] },
  ]);
});

it('a branch sees its own', async () => {
  const own = { ...ask, scope: { organisations: ['hq.north'] } };
  expect(await engine.warehouse.rows(leadingDayCounts(own))).toEqual([{ codes: [], days: [2], counts: [7] }]);
});
