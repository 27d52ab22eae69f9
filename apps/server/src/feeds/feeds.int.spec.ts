import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DataFeed, DataFeedInput, ListDataFeeds, PutDataFeed, RunDataFeed } from '@tocsin/contracts';
import { sealer } from '@tocsin/ingestion';
import { type Warehouse, feedsOfDelivery, pullOutcomes, saveDataFeed } from '@tocsin/warehouse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { PullSchedule } from '../ingest/pulls/pull-schedule.ts';
import { WAREHOUSE } from '../tokens.ts';
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

const put = (feed: DataFeedInput & { expectedVersion?: number }) =>
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

describe('a feed with a folder', () => {
  const folder: DataFeedInput = {
    ...{ id: 'drop', label: { zh: '共享文件夹', en: 'Shared folder' }, kind: 'folder', profile: 'canonical' },
  };

  it('needs a server that watches one', async () => {
    const refused = await put(folder);
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain('TOCSIN_WATCH_FOLDER');
    expect(await server.json({ method: 'GET', url: ListDataFeeds.path })).toMatchObject({ watchedFolder: null });
  });

  it('says where files are put down, and not under the names of what is over', async () => {
    const watched = mkdtempSync(join(tmpdir(), 'tocsin-feeds-'));
    const watching = await startTestServer({ watch: { folder: watched } });
    const send = (feed: DataFeedInput) =>
      watching.send({ method: 'PUT', url: PutDataFeed.path.replace(':id', feed.id), payload: feed });
    try {
      expect(JSON.parse((await send(folder)).body)).toMatchObject({ folder: join(watched, 'drop'), trouble: null });
      expect((await send({ ...folder, id: 'done' })).statusCode).toBe(400);
      const { feeds, ...reply } = await watching.json<z.infer<typeof ListDataFeeds.reply>>({
        ...{ method: 'GET', url: ListDataFeeds.path },
      });
      expect(reply).toEqual({ watchedFolder: watched });
      expect(feeds.map(({ id }) => id)).toEqual(['drop']);
    } finally {
      await watching.stop();
      rmSync(watched, { recursive: true, force: true });
    }
  });
});

it('pulls no feed that others deliver, and knows none that does not exist', async () => {
  expect((await run('people')).statusCode).toBe(409);
  expect((await run('nobody')).statusCode).toBe(404);
});

it('refuses to replace a version that the sender has not seen, and keeps every version of those who do not say', async () => {
  const people = { id: 'rivals', label: { zh: '竞争', en: 'Rivals' }, kind: 'upload', profile: 'cfpb' } as const;
  const fresh = await Promise.all([1, 2].map(() => put({ ...people, expectedVersion: 0 })));
  expect(fresh.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  const stale = fresh.find(({ statusCode }) => statusCode === 409);
  expect(stale?.body).toContain('somebody else was there meanwhile');
  expect(stale?.body).toContain('请重新打开，核对后再改');
  const both = await Promise.all(['08:00', '10:00'].map((dueBy) => put({ ...people, dueBy, expectedVersion: 1 })));
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  await Promise.all(['11:00', '12:00'].map((dueBy) => put({ ...people, dueBy })));
  expect((await list()).find(({ id }) => id === 'rivals')?.version).toBe(4);
});

it('cannot tell the feed of an upload where two fit, where it is switched off, or for another key', async () => {
  const fits = async (delivered: Parameters<typeof feedsOfDelivery>[0]) =>
    (await server.app.get<Warehouse>(WAREHOUSE).rows(feedsOfDelivery(delivered))).map(({ feed }) => feed);
  const cfpb = { id: 'us-a', label: { zh: '甲', en: 'A' }, kind: 'upload', profile: 'cfpb' } as const;
  const upload = { channel: 'upload', profile: 'cfpb', requestedBy: 'li' } as const;
  expect(await fits(upload)).toEqual(['rivals']);
  await put(cfpb);
  expect(await fits(upload)).toEqual(['rivals', 'us-a']);
  await put({ ...cfpb, enabled: false });
  expect(await fits(upload)).toEqual(['rivals']);
  await put({ ...cfpb, id: 'core', kind: 'api', apiKey: 'nightly-key' });
  expect(await fits({ ...upload, channel: 'api', requestedBy: 'key:nightly-key' })).toEqual(['core']);
  expect(await fits({ ...upload, channel: 'api' })).toEqual([]);
});

it('becomes late and missing although nothing ever came, by the working days of the company', async () => {
  const quiet = { id: 'quiet', label: { zh: '静', en: 'Quiet' }, kind: 'upload', profile: 'texas' } as const;
  // Wednesday, 25 November, after nine: the first delivery is that of Thursday
  await put({ ...quiet, rhythm: 'workdays', dueBy: '09:00' });
  const state = async () => (await list()).find(({ id }) => id === 'quiet');
  expect((await state())?.state).toBe('never');
  server.clock.move(24 * 3_600_000);
  expect(await state()).toMatchObject({ state: 'late', expectedBy: '2026-11-26T01:00:00.000Z' });
  expect((await state())?.trouble?.zh).toContain('自建立以来从未送达任何数据');
  const holiday = await server.send({
    ...{ method: 'PUT', url: '/api/v1/reference/calendar/rows/2026-11-26' },
    payload: { cells: { day: '2026-11-26', kind: 'holiday', name: '司庆' } },
  });
  expect([holiday.statusCode, holiday.body]).toEqual([200, expect.any(String)]);
  expect(await state()).toMatchObject({ state: 'never', expectedBy: '2026-11-27T01:00:00.000Z' });
  server.clock.move(24 * 3_600_000);
  expect((await state())?.state).toBe('late');
});

it('says that its secret cannot be opened, and is not pulled with an empty one', async () => {
  const sealed = sealer('the key of the server before this one')('old secret', 'vault');
  const warehouse = server.app.get<Warehouse>(WAREHOUSE);
  const vault = DataFeedInput.parse({
    ...nightly(),
    id: 'vault',
    pull: { url: 's3://bucket/day/', schedule: '0 6 * * *', accessKey: 'reader' },
  });
  await saveDataFeed(warehouse, vault, { version: 1, sealed, at: server.clock.now(), by: 'li' });
  const shown = (await list()).find(({ id }) => id === 'vault');
  expect(shown?.trouble?.en).toContain('cannot be opened');
  const refused = await run('vault');
  expect(refused.statusCode).toBe(409);
  expect(JSON.parse(refused.body)).toMatchObject({ detail: { zh: expect.stringContaining('重新填写私有密钥') } });
  server.clock.move(24 * 3_600_000);
  expect(await server.app.get(PullSchedule).runDue()).toContain('vault');
  expect((await warehouse.rows(pullOutcomes())).find(({ feed }) => feed === 'vault')?.trouble?.en).toContain(
    'cannot be opened',
  );
});
