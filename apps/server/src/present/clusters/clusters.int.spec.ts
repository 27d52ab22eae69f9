import { addCalendarDays, addMonths } from '@tocsin/calendar';
import type { GetBreakdownReply, GetClustersReply } from '@tocsin/contracts';
import { drawPoisson, seededUniform } from '@tocsin/stats';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestServer, startTestServer } from '../../testing/start-test-server.ts';

const TODAY = '2026-11-23';
const FIRST = addCalendarDays(TODAY, -7 * 66);
const SINCE = addCalendarDays(TODAY, -14);
const EAST = ['110000', '120000', '130000', '370000', '320000', '340000', '330000', '310000', '650000', '460000'];
/** A branch of its own, whose people see nothing else. */
const OWN = '320000';

/** Two a day in each region; in Jiangsu and Anhui six since two weeks ago. */
function csv(): string {
  const chance = seededUniform(5);
  const lines = ['complaint_id,received_at,source,region,organisation,line'];
  for (let day = FIRST; day < TODAY; day = addCalendarDays(day, 1))
    for (const region of EAST) {
      const mean = day >= SINCE && [OWN, '340000'].includes(region) ? 6 : 2;
      for (let left = drawPoisson(mean, chance); left > 0; left -= 1)
        lines.push(`c${lines.length},${day} 10:00:00,self,${region},hq.b${region.slice(0, 2)},property.motor`);
    }
  return `${lines.join('\n')}\n`;
}

let server: TestServer;
let cookie: string;
beforeAll(async () => {
  server = await startTestServer({}, `${TODAY}T02:00:00Z`);
  const headers = { authorization: `Bearer ${server.localToken}`, 'content-type': 'text/csv' };
  await server.json({ method: 'POST', url: '/api/v1/imports?wait=true', headers, payload: csv() });
  const account = { name: 'zhao', password: 'a long enough one', role: 'risk', organisations: ['hq.b32'] };
  await server.send({ method: 'POST', url: '/api/v1/accounts', payload: account });
  const { headers: signedIn } = await server.send({
    ...{ method: 'POST', url: '/api/v1/session', headers: { cookie: 'none=1' } },
    payload: { name: account.name, password: account.password },
  });
  cookie = String([signedIn['set-cookie']].flat()[0]).split(';')[0] ?? '';
}, 240_000);
afterAll(() => server.stop());

const MONTH = `from=${addCalendarDays(TODAY, -28)}&until=${TODAY}`;
const clusters = (query: string) => server.json<GetClustersReply>({ method: 'GET', url: `/api/v1/clusters?${query}` });

it('finds the planted cluster with its members, its days and how rare it is', async () => {
  const found = await clusters(MONTH);
  expect(found).toMatchObject({ cannot: null, places: 10, leftOut: [], note: null, until: TODAY });
  expect(found.clusters).toHaveLength(1);
  const [cluster] = found.clusters;
  expect(cluster!.members.map(({ code }) => code).sort()).toEqual([OWN, '340000']);
  // Weeks are the steps of a month: p .001 every week is once in 7000 days, nineteen years.
  expect(cluster).toMatchObject({ from: SINCE, until: TODAY, pValue: 0.001, recurrenceDays: 7000 });
  expect(cluster!.rarity.zh).toBe('约每 19 年偶然出现一次');
  expect(cluster!.relativeRisk).toBeGreaterThan(2);
});

it('counts what the breakdown of the same days counts', async () => {
  const { clusters: found } = await clusters(MONTH);
  const url = `/api/v1/breakdown?by=region&from=${SINCE}&until=${TODAY}`;
  const { rows } = await server.json<GetBreakdownReply>({ method: 'GET', url });
  const observed = new Map(rows.map(({ code, value }) => [code, value]));
  for (const member of found[0]!.members) expect(member.observed).toBe(observed.get(member.code));
  expect(found[0]!.observed).toBe(found[0]!.members.reduce((sum, one) => sum + one.observed, 0));
});

it('says the same again, by its ETag too, and of organisations as of regions', async () => {
  const url = `/api/v1/clusters?${MONTH}`;
  const first = await server.send({ method: 'GET', url });
  const again = await server.send({ method: 'GET', url, headers: { 'if-none-match': String(first.headers['etag']) } });
  expect(again.statusCode).toBe(304);
  const { clusters: byBranch } = await clusters(`${MONTH}&by=organisation`);
  expect(
    byBranch
      .map(({ members }) => members.map(({ code }) => code))
      .flat()
      .sort(),
  ).toEqual(['hq.b32', 'hq.b34']);
});

it('finds none before it began, and says where nothing can be said', async () => {
  const before = await clusters(`from=${addCalendarDays(SINCE, -28)}&until=${SINCE}`);
  expect(before).toMatchObject({ clusters: [], cannot: null });
  expect(before.lowestP).toBeGreaterThan(0.05);
  const early = await clusters(`from=${addCalendarDays(FIRST, 60)}&until=${addCalendarDays(FIRST, 90)}`);
  expect(early).toMatchObject({
    clusters: [],
    cannot: 'too-little-history',
    note: { zh: expect.stringMatching(/不足一年/) as string },
  });
  const noPremium = await clusters(`${MONTH}&offset=premium`);
  expect(noPremium).toMatchObject({ clusters: [], cannot: 'no-exposure' });
});

it('holds places against their share of the premium, where that is known', async () => {
  const months = Array.from({ length: 13 }, (_, i) => addMonths('2025-11-01', i).slice(0, 7));
  // As much everywhere, and in Anhui three times as much: there it explains three times the complaints.
  const rows = months.flatMap((month) => EAST.map((region) => [month, region, region === '340000' ? 3 : 1].join(',')));
  await server.json({
    ...{ method: 'POST', url: '/api/v1/exposures' },
    headers: { authorization: `Bearer ${server.localToken}`, 'content-type': 'text/csv' },
    payload: `month,region,premium\n${rows.join('\n')}\n`,
  });
  const { clusters: found, cannot, places } = await clusters(`${MONTH}&offset=premium`);
  expect({ cannot, places }).toEqual({ cannot: null, places: 10 });
  expect(found[0]!.members.map(({ code }) => code)).toEqual([OWN]);
});

it('shows nobody what lies beyond their organisations', async () => {
  const url = `/api/v1/clusters?${MONTH}`;
  const own = await server.json<GetClustersReply>({ method: 'GET', url, headers: { cookie } });
  expect(own).toMatchObject({ clusters: [], cannot: 'too-few-places' });
  expect(JSON.stringify(own)).not.toContain('340000');
});

it('holds cases against the business of a place, not against how many complained of it before', async () => {
  const months = Array.from({ length: 14 }, (_, i) => addMonths('2025-10-01', i).slice(0, 7));
  // As much business in every region, but thrice as much in Anhui: its six a day are its share.
  const rows = months.flatMap((month) => EAST.map((region) => `${month},${region},${region === '340000' ? 300 : 100}`));
  const payload = ['month,region,premium', ...rows, ''].join('\n');
  const headers = { authorization: `Bearer ${server.localToken}`, 'content-type': 'text/csv' };
  await server.json({ method: 'POST', url: '/api/v1/reference/exposure', headers, payload });
  const { clusters: found, cannot } = await clusters(`from=${SINCE}&until=${TODAY}&offset=premium`);
  expect(cannot).toBeNull();
  expect(found.map(({ members }) => members.map(({ code }) => code))).toEqual([[OWN]]);
  // Of 320 cases of ten regions within two weeks, a twelfth is expected of one with a twelfth of the business.
  expect(found[0]!.expected).toBeGreaterThan(20);
  expect(found[0]!.expected).toBeLessThan(40);
});
