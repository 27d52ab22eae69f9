import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ScanRule } from '@tocsin/contracts';
import type { Warehouse } from '@tocsin/warehouse';
import { dayIn } from '../clock.ts';
import { exposureOver } from '../detect/scans/exposure-over.ts';
import type { ScanQuestion } from '../detect/scans/scan-question.ts';
import { canonicalCsv } from '../testing/plain-rows.ts';
import { type TestServer, startTestServer } from '../testing/start-test-server.ts';
import { WAREHOUSE } from '../tokens.ts';
import { asOfExposure } from './as-of-exposure.ts';
import { AsOfTables } from './as-of-tables.ts';

/** The server's today is 22 November 2026. One branch has become part of another in May. */
const MERGER = [
  'code,zh,parent,from,until,successor',
  'hq,总部,,,,',
  'hq.ah,安徽,hq,,,',
  'hq.ah.01,一支,hq.ah,,,',
  'hq.ah.02,二支,hq.ah,,2026-05-01,hq.ah.01',
  '',
].join('\n');
const EXPOSURE = [
  'month,region,organisation,line,premium,policies',
  ...['2025-10', '2025-11', '2025-12', '2026-02', '2026-05', '2026-10', '2026-11'].flatMap((month, i) => [
    `${month},340000,hq.ah.01,life,${100 + i},${7 * i}`,
    `${month},340000,hq.ah.02,life,${33 + i / 4},`,
    `${month},370000,hq.sd,property,${50 + i},13`,
    `${month},,hq.js,,${20 + i},1`,
    `${month},650000,,life,9.75,0`,
  ]),
  '',
].join('\n');

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  const headers = { 'content-type': 'text/csv' };
  const row = { complaint_id: 'c1', day: '2025-01-05', source: 'self', region: '340000' } as const;
  const payload = canonicalCsv([{ ...row, line: 'life', organisation: 'hq.ah.01' }]);
  await server.send({ method: 'POST', url: '/api/v1/imports?wait=true', headers, payload });
  for (const [table, csv] of [
    ['organisation', MERGER],
    ['exposure', EXPOSURE],
  ] as const)
    await server.json({ method: 'POST', url: `/api/v1/reference/${table}`, headers, payload: csv });
}, 60_000);
afterAll(() => server.stop());

const asked = (more: Pick<ScanRule, 'over' | 'offset'> & Partial<ScanQuestion>): ScanQuestion => ({
  ...{ measure: 'complaints', basis: 'company', where: {}, before: [], alpha: 0.05, simulations: 99, seed: 1 },
  periods: [{ from: '2026-11-02', until: '2026-11-09' }],
  ...more,
});

it.each([
  [{ over: 'regions', offset: 'premium' }, ['340000', '370000', '650000']],
  [{ over: 'regions', offset: 'policies' }, ['340000', '370000']],
  [{ over: 'organisations', offset: 'premium' }, ['hq.ah.01', 'hq.js', 'hq.sd']],
  [{ over: 'organisations', offset: 'premium', where: { organisation: ['hq.ah.02'] } }, ['hq.ah.01']],
  [{ over: 'regions', offset: 'premium', where: { line: ['!life'] } }, ['370000']],
  [{ over: 'regions', offset: 'premium', where: { line: ['life'], reason: ['claim'] } }, ['340000', '650000']],
  [{ over: 'regions', offset: 'premium', where: { product: ['p1'] } }, []],
  [{ over: 'cities', offset: 'premium' }, []],
] as const)('a back-test of this moment knows the business that is known now: %j', async (more, places) => {
  const question = asked(more as Parameters<typeof asked>[0]);
  const warehouse = server.app.get<Warehouse>(WAREHOUSE);
  const now = server.clock.now();
  const [at, today] = [now.getTime() / 1000, dayIn('Asia/Shanghai', now)];
  const tables = await AsOfTables.read(warehouse, 0);
  const { translation } = tables.told(at, today);
  const live = await exposureOver(warehouse, question, { translation, today });
  const found = asOfExposure(question, { rows: tables.business(at, today).told, today, translation });
  expect([...(live?.keys() ?? [])].sort()).toEqual(places);
  expect([...(found?.keys() ?? [])].sort()).toEqual(places);
  expect(new Map([...(found ?? [])].sort())).toEqual(new Map([...(live ?? [])].sort()));
});
