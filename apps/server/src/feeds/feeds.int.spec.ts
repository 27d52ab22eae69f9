import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type DataFeed, type DataFeedInput, ListDataFeeds, PutDataFeed, RunDataFeed } from '@tocsin/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';
import { type TestServer, startTestServer } from '../testing/start-test-server.ts';

type Feed = z.infer<typeof DataFeed>;

let source: Server;
let server: TestServer;
let body = 'complaint_id,received_at,source\nf1,2026-11-20,self\n';

beforeAll(async () => {
  source = createServer((_, response) => response.end(body));
  await new Promise<void>((listening) => source.listen(0, '127.0.0.1', listening));
  // Sunday, 22 November 2026, 16:00 in Shanghai
  server = await startTestServer({ pullHosts: [`127.0.0.1:${(source.address() as AddressInfo).port}`] });
});
afterAll(async () => {
  await server.stop();
  source.close();
});

const put = (feed: DataFeedInput) =>
  server.send({ method: 'PUT', url: PutDataFeed.path.replace(':id', feed.id), payload: feed });
const run = (id: string) => server.send({ method: 'POST', url: RunDataFeed.path.replace(':id', id) });
const list = async () => (await server.json<{ feeds: Feed[] }>({ method: 'GET', url: ListDataFeeds.path })).feeds;

const nightly = (): DataFeedInput => ({
  ...{ id: 'nightly', label: { zh: '每日导出', en: 'Nightly export' }, kind: 'pull', profile: 'canonical' },
  ...{ rhythm: 'daily', dueBy: '09:00' },
  pull: {
    ...{ url: `http://127.0.0.1:${(source.address() as AddressInfo).port}/complaints.csv`, schedule: '0 6 * * *' },
    ...{ accessKey: 'reader', secretKey: 'a secret that nobody may see' },
  },
});

it('is kept with versions, and its secret is answered nowhere', async () => {
  const reply = await put(nightly());
  expect(reply.statusCode).toBe(200);
  expect(JSON.parse(reply.body)).toMatchObject({ id: 'nightly', version: 1, state: 'never', lastImportAt: null });
  const again = await put({ ...nightly(), dueBy: '08:00' });
  expect(JSON.parse(again.body)).toMatchObject({ version: 2, dueBy: '08:00' });
  expect(reply.body + again.body + JSON.stringify(await list())).not.toContain('a secret that nobody may see');
});

it('is pulled when asked to, and is fresh, late and missing as time goes on', async () => {
  const pulled = await run('nightly');
  expect(pulled.statusCode).toBe(200);
  await server.pipeline.run();
  expect(await list()).toMatchObject([
    { state: 'fresh', expectedBy: '2026-11-23T00:00:00.000Z', trouble: null, lastImportAt: expect.any(String) },
  ]);
  const states: string[] = [];
  // Monday, Tuesday and Wednesday at nine: what came on Sunday afternoon serves for Monday
  for (const hours of [17, 24, 24]) {
    server.clock.move(hours * 3_600_000);
    states.push((await list())[0]?.state ?? '');
  }
  expect(states).toEqual(['fresh', 'late', 'missing']);
  body += 'f2,2026-11-21,self\n';
  await run('nightly');
  await server.pipeline.run();
  expect((await list())[0]?.state).toBe('fresh');
});

it.each<[string, Partial<DataFeedInput>, number]>([
  ['an address that is none', { pull: { url: 'ftp://x', schedule: '0 6 * * *' } }, 400],
  ['a schedule that is none', { pull: { url: 'https://example.com/x.csv', schedule: 'at six' } }, 400],
  ['a pull without one', { pull: null }, 400],
])('refuses %s', async (_, more, status) => expect((await put({ ...nightly(), ...more })).statusCode).toBe(status));

it('knows the imports of an upload feed by their profile', async () => {
  await put({ id: 'ledger', label: { zh: '台账', en: 'Ledger' }, kind: 'upload', profile: 'texas', rhythm: 'daily' });
  await put({
    id: 'people',
    label: { zh: '上传', en: 'Uploads' },
    kind: 'upload',
    profile: 'canonical',
    rhythm: 'daily',
  });
  const record = await server.json<{ feed: string; channel: string }>({
    ...{ method: 'POST', url: '/api/v1/imports?wait=true', headers: { 'content-type': 'text/csv' } },
    payload: 'complaint_id,received_at,source\nu1,2026-11-20,self\n',
  });
  expect(record).toMatchObject({ feed: 'people', channel: 'upload' });
  const feeds = await list();
  expect(feeds.map(({ id, state }) => `${id} ${state}`)).toEqual(['ledger never', 'nightly fresh', 'people fresh']);
});

it('pulls no feed that others deliver, and knows none that does not exist', async () => {
  expect((await run('people')).statusCode).toBe(409);
  expect((await run('nobody')).statusCode).toBe(404);
});
