import { startEngine } from '@tocsin/engine';
import { beforeAll, expect, it } from 'vitest';
import { wholeCompany } from '../facts/scope.ts';
import { onEngine } from '../testing/on-engine.ts';
import { putVersions, seconds } from '../testing/version-row.ts';
import { applyBatch } from '../writes/apply-batch.ts';
import { rollUp } from '../writes/roll-up.ts';
import { dirtyMonths } from './dirty-months.query.ts';
import { overlapCounts } from './overlap-counts.query.ts';

const engine = onEngine(startEngine);

//            day    region line                product reason
const ROWS = `
A  2026-03-02 440000 life.annuity        P1      claim.delay
B  2026-03-02 440000 life.annuity        P2      claim.delay
C  2026-03-04 440000 life.annuity.fixed  P1      sale
D  2026-03-04 110000 life.annuity        P1      claim
E  2026-03-04 110000 property.motor      P9      sale
F  2026-04-01 440000 life.annuity        P1      claim.delay`;

beforeAll(async () => {
  const rows = ROWS.trim().split('\n');
  const versions = rows.map((text) => {
    const [complaint_id = '', day = '', region = '', line = '', product = '', reason = ''] = text.split(/\s+/);
    const received_at = seconds(`${day} 10:00`);
    const organisation = product === 'P2' ? 'hq.north' : 'hq.south';
    return { complaint_id, received_at, region, report_region: region, line, product, reason, organisation };
  });
  await putVersions(engine.warehouse, 'one', versions);
  await applyBatch(engine.warehouse, 'one');
  await rollUp(engine.warehouse, await engine.warehouse.rows(dirtyMonths()));
});

const march = { sum: 'complaints', basis: 'company', from: '2026-03-01', until: '2026-04-01' } as const;
// bits 1, 2 and 4
const slices = [{ region: ['440000'] }, { line: ['life.annuity'], product: ['P1'] }, { reason: ['claim'] }];
const found = (scope = wholeCompany, where = {}) =>
  engine.warehouse.rows(overlapCounts({ ...march, where, slices, scope }));

it('tells by day what slices share, apart by exactly which of them', async () => {
  expect(await found()).toEqual([
    { mask: 1 + 2, days: [3], counts: [1] }, // C, whose line lies below life.annuity
    { mask: 1 + 4, days: [1], counts: [1] }, // B
    { mask: 2 + 4, days: [3], counts: [1] }, // D
    { mask: 1 + 2 + 4, days: [1], counts: [1] }, // A
  ]);
});

it('keeps to what the slices lie within, and to the scope', async () => {
  expect((await found(wholeCompany, { region: ['110000'] })).map(({ mask }) => mask)).toEqual([6]);
  expect((await found({ organisations: ['hq.north'] })).map(({ mask }) => mask)).toEqual([5]);
});
