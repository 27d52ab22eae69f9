import type { Channel, Message } from '@tocsin/channels';
import {
  type DataFeedInput,
  type GetAlertReply,
  type GetFreshnessReply,
  type GetSeriesReply,
  type ListAlertsReply,
  type MissingDays,
  type PreviewRuleReply,
  PutDataFeed,
} from '@tocsin/contracts';
import { type Warehouse, alertEventsSince, noticesSince, signals, wholeCompany } from '@tocsin/warehouse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AlertStage } from '../alert/alert.stage.ts';
import { loadConfig } from '../config.ts';
import { DetectStage } from '../detect/detect.stage.ts';
import { NotifyStage } from '../notify/notify.stage.ts';
import { Feed } from '../present/feed/feed.ts';
import { Trees } from '../reference/trees.ts';
import { type TestServer, startTestServer } from '../testing/start-test-server.ts';
import { WAREHOUSE } from '../tokens.ts';

const HOUR = 3_600_000;
let server: TestServer;
let warehouse: Warehouse;
let keys: Record<'other' | 'branch', string>;
beforeAll(async () => {
  // Sunday, 22 November 2026, 08:00 in Shanghai
  server = await startTestServer({}, '2026-11-22T00:00:00Z');
  warehouse = server.app.get<Warehouse>(WAREHOUSE);
  const keyOf = async (label: string, role: string, organisations: string[]) => {
    const payload = { label, role, organisations };
    return (await server.json<{ key: string }>({ method: 'POST', url: '/api/v1/keys', payload })).key;
  };
  keys = { other: await keyOf('other', 'operator', []), branch: await keyOf('branch', 'risk', ['north']) };
});
afterAll(() => server.stop());

const put = (more: Partial<DataFeedInput> = {}) =>
  server.send({
    ...{ method: 'PUT', url: PutDataFeed.path.replace(':id', more.id ?? 'nightly') },
    payload: {
      ...{ id: 'nightly', label: { zh: '每日导出', en: 'Nightly export' }, kind: 'upload', profile: 'canonical' },
      ...{ rhythm: 'daily', dueBy: '09:00', ...more },
    },
  });
let rows = 0;
/** Brings one complaint of each day in: by the feed, or by a key that no feed is known by. */
async function deliver(days: readonly string[], by: 'feed' | 'other' = 'feed'): Promise<void> {
  const lines = days.map((day) => `c${(rows += 1)},${day} 10:00:00,self`);
  const record = await server.json({
    ...{
      method: 'POST',
      url: '/api/v1/imports?wait=true',
      payload: ['complaint_id,received_at,source', ...lines, ''].join('\n'),
    },
    headers: { 'content-type': 'text/csv', ...(by === 'other' ? { authorization: `Bearer ${keys.other}` } : {}) },
  });
  expect(record).toMatchObject({ state: 'done', feed: by === 'feed' ? 'nightly' : '' });
  await server.pipeline.run();
}
async function hoursLater(hours: number): Promise<void> {
  server.clock.move(hours * HOUR);
  await server.pipeline.run();
}
const alerts = (query = '') => server.json<ListAlertsReply>({ url: `/api/v1/alerts?state=any&about=data${query}` });
const events = async () =>
  (await warehouse.rows(alertEventsSince({ since: new Date(0), scope: wholeCompany }))).filter(
    ({ feed }) => feed !== '',
  );
const story = async () => (await events()).map(({ kind, level }) => `${kind} ${level}`);
const freshness = () => server.json<GetFreshnessReply>({ url: '/api/v1/freshness' });
/** The days' figures, as a page asks for them that has an answer from before. */
const figures = (etag = '') =>
  server.send({
    url: '/api/v1/series?from=2026-11-20&until=2026-11-28&by=day&basis=company',
    headers: { accept: 'application/json', 'if-none-match': etag },
  });
const days = async () => {
  const { points, missing } = JSON.parse((await figures()).body) as GetSeriesReply;
  return { missing, points: points.map(({ at, value, complete }) => `${at.slice(8)} ${value} ${complete}`) };
};

/** What a page keeps that was opened while all was well. */
let before: { readonly etag: string; readonly version: unknown };

it('a feed that delivers in time, or has never yet been due, raises nothing and leaves out nothing', async () => {
  await put();
  await deliver(['2026-11-20', '2026-11-21']);
  await hoursLater(24.9); // Monday, 08:54
  expect(await alerts()).toMatchObject({ total: 0, openData: 0 });
  expect((await freshness()).missing).toEqual([]);
  expect((await days()).missing).toEqual([]);
  const { headers } = await figures();
  before = { etag: String(headers['etag']), version: headers['x-data-version'] };
  expect((await figures(before.etag)).statusCode).toBe(304);
});

describe('a feed that is late', () => {
  it('opens one data warning that names it, what was due when, and what came last', async () => {
    await hoursLater(0.2); // Monday, 09:06
    const {
      alerts: [alert],
      ...counts
    } = await alerts();
    expect(counts).toMatchObject({ total: 1, openData: 1, openByLevel: { blue: 1 } });
    expect(alert).toMatchObject({ feed: 'nightly', level: 'blue', state: 'open', slice: {}, observed: 1 });
    expect(alert?.headline).toEqual({
      zh: '数据源“每日导出”：应于 2026-11-23 09:00 前送达的数据没有来，最近一次送达于 2026-11-22 08:00；自 2026-11-22 起缺它的数据，不是零。',
      en: 'Feed “Nightly export”: what was due by 2026-11-23 09:00 has not come, and the last delivery came at 2026-11-22 08:00. Its data are missing from 2026-11-22 on, which is not zero.',
    });
    expect((await alerts('&level=orange')).total).toBe(0);
    expect(await server.json({ url: '/api/v1/alerts?about=complaints' })).toMatchObject({ total: 0, openData: 1 });
  });

  it('is told to a page that has the figures from before it was late, though nothing has been written', async () => {
    const answer = await figures(before.etag);
    expect([answer.statusCode, answer.headers['x-data-version']]).toEqual([200, before.version]);
    expect(JSON.parse(answer.body)).toMatchObject({ missing: [{ feed: 'nightly', from: '2026-11-22' }] });
    expect((await figures(String(answer.headers['etag']))).statusCode).toBe(304);
  });

  it('is what the preview of a rule about deliveries tells now', async () => {
    const rule = { kind: 'missing-feed', id: 'tried', label: { zh: '试', en: 'Tried' }, yellowFrom: 1 };
    const payload = { rule };
    const found = await server.json<PreviewRuleReply>({ method: 'POST', url: '/api/v1/rules/preview', payload });
    const [alert] = (await alerts()).alerts;
    expect(found.fired).toMatchObject([{ level: 'yellow', bucket: '2026-11-23', text: alert?.headline }]);
    expect(found).toMatchObject({ total: 1, note: null });
  });

  it('is told once, however often the pipeline runs', async () => {
    const before = await Promise.all([events(), warehouse.rows(noticesSince({ since: new Date(0) }))]);
    await hoursLater(0);
    await hoursLater(0.1);
    expect(await Promise.all([events(), warehouse.rows(noticesSince({ since: new Date(0) }))])).toEqual(before);
    expect(before[1]).toMatchObject([{ channel: 'feed', state: 'sent' }]);
  });

  it('shows how it has delivered in place of a chart', async () => {
    const { alerts: all } = await alerts();
    const reply = await server.json<GetAlertReply>({ url: `/api/v1/alerts/${all[0]?.id}` });
    expect(reply).toMatchObject({ series: [], contributors: [], delivery: { rhythm: 'daily', overdue: 1 } });
    expect(reply.delivery?.deliveries).toMatchObject([
      { due: '2026-11-24T01:00:00.000Z', state: 'awaited' },
      { due: '2026-11-23T01:00:00.000Z', state: 'missed', deliveredAt: null },
      { due: '2026-11-22T01:00:00.000Z', state: 'delivered', deliveredAt: '2026-11-22T00:00:00.000Z' },
    ]);
  });

  it('is the business of those who see the whole company; that days are missing is everybody’s', async () => {
    const headers = { authorization: `Bearer ${keys.branch}` };
    expect(await server.json({ url: '/api/v1/alerts?state=any', headers })).toMatchObject({ total: 0, openData: 0 });
    const [open] = (await alerts()).alerts;
    expect((await server.send({ url: `/api/v1/alerts/${open?.id}`, headers })).statusCode).toBe(404);
    expect(await server.json({ url: '/api/v1/freshness', headers })).toMatchObject({
      missing: [
        { feed: 'nightly', from: '2026-11-22', until: '2026-11-23', due: '2026-11-23T01:00:00.000Z', overdue: 1 },
      ],
    });
  });

  it('leaves days without data, not zeros; a day of which others brought something is unfinished', async () => {
    await hoursLater(72); // Thursday, 09:12
    await deliver(['2026-11-25'], 'other');
    expect(await days()).toEqual({
      missing: [
        { feed: 'nightly', label: { zh: '每日导出', en: 'Nightly export' }, from: '2026-11-22', until: '2026-11-26' },
      ],
      points: [...['20 1 1', '21 1 1', '22 null 0', '23 null 0', '24 null 0', '25 1 0', '26 null 0', '27 null 0']],
    });
  });

  it('is named beside every sum that lacks its days, and beside none that does not', async () => {
    const missingOf = async (path: string, period: string) =>
      (await server.json<{ missing: MissingDays[] }>({ url: `/api/v1/${path}${period}&basis=company` })).missing;
    const asked = ['breakdown?by=source&', 'ranking?by=source&', 'heat-map?by=source&across=region&', 'indicators?'];
    for (const path of asked) {
      expect(await missingOf(path, 'from=2026-11-20&until=2026-11-24')).toMatchObject([
        { feed: 'nightly', from: '2026-11-22', until: '2026-11-26' },
      ]);
      expect(await missingOf(path, 'from=2026-11-20&until=2026-11-22')).toEqual([]);
    }
  });

  it('rises with what is missed, in the same warning', async () => {
    expect(await story()).toEqual(['opened blue', 'raised orange']);
    expect((await events()).at(-1)?.because.zh).toBe('连续缺 4 次应到的数据, 由蓝升橙');
    expect((await alerts()).total).toBe(1);
  });

  it('ends its warning when it delivers, and its days are whole again', async () => {
    await deliver(['2026-11-22', '2026-11-23', '2026-11-24']);
    expect(await story()).toEqual(['opened blue', 'raised orange', 'resolved orange']);
    expect((await events()).at(-1)?.because.en).toBe('Resolved. It came at 2026-11-26 09:12.');
    expect(await days()).toMatchObject({ missing: [], points: { 3: '23 1 1', 5: '25 1 1' } });
    await hoursLater(0.1);
    expect(await events()).toHaveLength(3);
  });
});

describe('whatever is killed', () => {
  const mails: Message[] = [];
  const channel: Channel = {
    name: 'email',
    send: (_, messages) => Promise.resolve((mails.push(...messages), { kind: 'delivered' as const })),
    close: () => Promise.resolve(),
  };
  /** So many stages of a process that has just started, and then no more of it. */
  async function startAndDie(stages: 1 | 2 | 3): Promise<void> {
    const trees = server.app.get(Trees);
    const all = [
      new DetectStage(warehouse, trees),
      new AlertStage(warehouse, trees),
      new NotifyStage(warehouse, loadConfig({}), [{ channel, recipients: ['it@example.org'] }], new Feed()),
    ];
    for (const stage of all.slice(0, stages)) await stage.run({ now: server.clock.now(), trigger: 'start' });
  }

  it('a warning opens once and is told once', async () => {
    server.clock.move(48 * HOUR); // what came on Thursday at 09:12 was Friday's: Saturday's is late
    for (const stages of [1, 1, 2, 2, 3, 3, 1, 3] as const) await startAndDie(stages);
    await server.pipeline.run();
    expect((await story()).slice(3)).toEqual(['opened blue']);
    const { alertId } = (await events()).at(-1) ?? {};
    expect(mails.filter(({ alert }) => alert.id === alertId).map(({ event }) => event.kind)).toEqual(['opened']);
    const open = (
      await warehouse.rows(signals({ from: '2026-11-01', until: '2026-12-31', ruleId: 'feed-missing' }))
    ).filter(({ verdict }) => verdict === 'excess');
    expect(open.map(({ seriesKey }) => seriesKey)).toEqual(['feed=nightly|due=2026-11-28']);
  });

  it('the warning of a feed that is paused ends, and a paused feed raises nothing', async () => {
    await put({ enabled: false });
    for (const stages of [1, 2, 3, 3] as const) await startAndDie(stages);
    expect((await story()).slice(3)).toEqual(['opened blue', 'resolved blue']);
    expect((await events()).at(-1)?.because.zh).toContain('已停用');
    server.clock.move(10 * 24 * HOUR);
    await startAndDie(3);
    expect(await events()).toHaveLength(5);
    expect((await freshness()).missing).toEqual([]);
  });

  it('one that is taken up again owes only what is due from then on', async () => {
    await put();
    await startAndDie(3);
    expect(await events()).toHaveLength(5);
    server.clock.move(24 * HOUR);
    await startAndDie(3);
    expect((await events()).slice(5)).toMatchObject([{ kind: 'opened', level: 'blue', observed: 1 }]);
  });
});
