import type { GetBreakdownReply, GetIndicatorsReply, ReferenceOutcome } from '@tocsin/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalCsv } from '../testing/plain-rows.ts';
import { type TestServer, startTestServer } from '../testing/start-test-server.ts';

let server: TestServer;
const post = (url: string, payload: string) =>
  server.json<ReferenceOutcome>({ method: 'POST', url, headers: { 'content-type': 'text/csv' }, payload });

/** Complaints of 2026 by organisation, in a view. */
async function byOrganisation(view = '') {
  const url = `/api/v1/breakdown?from=2026-01-01&until=2026-11-01&by=organisation${view}`;
  const { rows } = await server.json<GetBreakdownReply>({ url });
  return Object.fromEntries(rows.map(({ code, value }) => [code, value]));
}

beforeAll(async () => {
  server = await startTestServer();
  const where = { source: 'self', region: '110000', line: 'life' } as const;
  const rows = ['hq.east', 'hq.north', 'hq.joined', 'hq.east.01'].map((organisation, i) => ({
    ...{ complaint_id: `c${i}`, day: `2026-0${i + 1}-05`, organisation, ...where },
  }));
  await post('/api/v1/imports?wait=true', canonicalCsv(rows));
});
afterAll(() => server.stop());

describe('a merger', () => {
  it('changes no figure before the tree tells of it', async () => {
    expect(await byOrganisation()).toEqual({ 'hq.east': 1, 'hq.north': 1, 'hq.joined': 1, 'hq.east.01': 1 });
  });

  it('is followed as of today, not as of an earlier day, nor as it was', async () => {
    const tree = [
      'code,zh,from,until,successor',
      'hq.east,华东,,2026-03-01,hq.joined',
      'hq.north,华北,,2026-03-01,hq.joined',
      'hq.joined,华东北,2026-03-01,,',
    ];
    expect(await post('/api/v1/reference/organisation', `${tree.join('\n')}\n`)).toMatchObject({ accepted: 3 });
    const before = { 'hq.east': 1, 'hq.north': 1, 'hq.joined': 1, 'hq.east.01': 1 };
    expect(await byOrganisation()).toEqual({ 'hq.joined': 4 });
    expect(await byOrganisation('&treeOn=2026-02-28')).toEqual(before);
    // The complaint of April came when the successor ran the office, which no row lists: it bears the name it has as of today.
    const asWas = { 'hq.east': 1, 'hq.north': 1, 'hq.joined': 2 };
    expect(await byOrganisation('&tree=as-was')).toEqual(asWas);
  });

  it('reaches every card of the overview', async () => {
    const url = '/api/v1/indicators?from=2026-01-05&until=2026-11-01&organisation=hq.joined';
    const { indicators } = await server.json<GetIndicatorsReply>({ url });
    expect(indicators.find(({ measure }) => measure === 'complaints')?.value).toBe(4);
  });

  it('goes when the tree becomes what it was', async () => {
    await server.send({ method: 'POST', url: '/api/v1/reference/organisation/restore', payload: { version: 0 } });
    expect(Object.keys(await byOrganisation())).toHaveLength(4);
  });
});

it('what no table names has a name all the same', async () => {
  await post('/api/v1/reference/organisation', 'code,zh,parent\nA,总部,\nhq.east,华东,A\n');
  const url = '/api/v1/dictionaries';
  const { dictionaries } = await server.json<{ dictionaries: Record<string, { code: string; zh: string }[]> }>({ url });
  expect(dictionaries['organisation']).toContainEqual({ code: 'A.east', zh: '华东', en: '华东' });
  expect(await byOrganisation()).toMatchObject({ 'A.east': 1, 'A.east.01': 1 });
});
