import type { FeedMessage } from '@tocsin/contracts';
import { type AlertEventRecord, type Warehouse, saveAlertEvents, saveNotices } from '@tocsin/warehouse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestEventSource } from '../../testing/event-source.ts';
import { type TestServer, startTestServer } from '../../testing/start-test-server.ts';
import { WAREHOUSE } from '../../tokens.ts';
import { Feed } from './feed.ts';

const sentence = (en: string) => ({ zh: en, en });

/** A warning about one organisation, opened at a minute past eight. */
const opened = (alertId: string, organisation: string, minute: number): AlertEventRecord => ({
  alertId,
  seq: 1,
  kind: 'opened',
  at: `2026-11-22T08:0${minute}:00.000Z`,
  bucket: '2026-11-21',
  level: 'yellow',
  because: sentence('too many'),
  ruleId: 'daily-branch',
  ruleVersion: 1,
  ruleLabel: sentence('Branches by day'),
  seriesKey: `organisation=${organisation}`,
  slice: { organisation },
  feed: '',
  grain: 'day',
  state: 'open',
  peakLevel: 'yellow',
  openedAt: `2026-11-22T08:0${minute}:00.000Z`,
  resolvedAt: null,
  firstBucket: '2026-11-21',
  lastBucket: '2026-11-21',
  observed: 9,
  expected: 2,
  upper: 6,
  pValue: 0.0004,
  headline: sentence('9 against 2'),
  contributors: [],
  memory: '',
});

const notice = (noticeId: string, alertId: string, minute: number) => ({
  noticeId,
  alertId,
  seq: 1,
  channel: 'feed' as const,
  recipient: 'all',
  state: 'sent' as const,
  at: `2026-11-22T08:0${minute}:01.000Z`,
  attempts: 1,
  error: '',
  nextAt: null,
});

let server: TestServer;
let northKey = '';
beforeAll(async () => {
  server = await startTestServer({}, '2026-11-22T08:30:00Z');
  const warehouse = server.app.get<Warehouse>(WAREHOUSE);
  await saveAlertEvents(warehouse, [opened('a', 'north', 1), opened('b', 'south', 2), opened('c', 'north', 3)]);
  await saveNotices(warehouse, [notice('n-a', 'a', 1), notice('n-b', 'b', 2), notice('n-c', 'c', 3)]);
  const payload = { label: 'north', role: 'risk', organisations: ['north'] };
  northKey = (await server.json<{ key: string }>({ method: 'POST', url: '/api/v1/keys', payload })).key;
});
afterAll(() => server.stop());

const open = (headers: Record<string, string> = {}) =>
  TestEventSource.open(`${server.url}/api/v1/feed`, { authorization: `Bearer ${server.localToken}`, ...headers });
const noticeIdsOf = (events: readonly ({ data: unknown } | undefined)[]) =>
  events.map((event) => (event?.data as FeedMessage | undefined)?.noticeId);
const message = async (id: string): Promise<FeedMessage> => {
  const { alert, events } = await server.json<{ alert: FeedMessage['alert']; events: FeedMessage['event'][] }>({
    url: `/api/v1/alerts/${id}`,
  });
  return { noticeId: `n-${id}`, alert, event: events[0] as FeedMessage['event'] };
};

describe('an open page', () => {
  it('hears the data version at once and each warning as it is published, with an id to come back with', async () => {
    const page = await open();
    expect(await page.next()).toMatchObject({ event: 'data', data: { dataVersion: expect.any(String) } });
    server.app.get(Feed).publish(await message('a'));
    const heard = await page.next();
    expect(heard).toMatchObject({ event: 'alert', id: `${Date.parse('2026-11-22T08:01:00Z')}.n-a` });
    expect(heard?.data).toEqual(await message('a'));
    server.app.get(Feed).publishDataVersion('next');
    expect(await page.next()).toMatchObject({ event: 'data', data: { dataVersion: 'next' } });
    await page.close();
  });

  it('catches up on what it missed, once, before anything new', async () => {
    const page = await open({ 'last-event-id': `${Date.parse('2026-11-22T08:01:00Z')}.n-a` });
    server.app.get(Feed).publishDataVersion('newer');
    const events = [await page.next(), await page.next(), await page.next(), await page.next()];
    expect(noticeIdsOf(events.slice(0, 2))).toEqual(['n-b', 'n-c']);
    expect(events.slice(2).map((event) => event?.event)).toEqual(['data', 'data']);
    await page.close();
  });

  it('starts with the present when it brings an id that means nothing', async () => {
    const page = await open({ 'last-event-id': 'nonsense' });
    expect(await page.next()).toMatchObject({ event: 'data' });
    await page.close();
  });

  it('hears only of what its organisations may see, live and when it catches up', async () => {
    const headers = {
      authorization: `Bearer ${northKey}`,
      'last-event-id': `${Date.parse('2026-11-22T08:00:00Z')}.n-0`,
    };
    const page = await open(headers);
    expect(noticeIdsOf([await page.next(), await page.next()])).toEqual(['n-a', 'n-c']);
    expect(await page.next()).toMatchObject({ event: 'data' });
    server.app.get(Feed).publish(await message('b'));
    server.app.get(Feed).publish(await message('c'));
    expect(noticeIdsOf([await page.next()])).toEqual(['n-c']);
    await page.close();
  });
});

describe('warnings', () => {
  it('are listed and opened within the scope of the caller alone', async () => {
    const headers = { authorization: `Bearer ${northKey}` };
    expect(await server.json({ url: '/api/v1/alerts' })).toMatchObject({
      total: 3,
      openByLevel: { yellow: 3, red: 0 },
    });
    expect(await server.json({ url: '/api/v1/alerts', headers })).toMatchObject({
      total: 2,
      openByLevel: { yellow: 2 },
    });
    expect((await server.send({ url: '/api/v1/alerts/a', headers })).statusCode).toBe(200);
    expect((await server.send({ url: '/api/v1/alerts/b', headers })).statusCode).toBe(404);
  });

  it('say who was told', async () => {
    const { notices } = await server.json<{ notices: object[] }>({ url: '/api/v1/alerts/b' });
    expect(notices).toEqual([
      { channel: 'feed', recipient: 'all', state: 'sent', at: '2026-11-22T08:02:01.000Z', attempts: 1, error: null },
    ]);
  });
});

it('a stranger hears nothing, and open pages do not keep the server from stopping', async () => {
  expect((await fetch(`${server.url}/api/v1/feed`)).status).toBe(401);
  const other = await startTestServer();
  const page = await TestEventSource.open(`${other.url}/api/v1/feed`, { authorization: `Bearer ${other.localToken}` });
  await page.next();
  const start = performance.now();
  await other.stop();
  expect(performance.now() - start).toBeLessThan(4_000);
  expect(await page.next()).toBeUndefined();
});
