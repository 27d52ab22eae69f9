import type { GetAlertReply, KnownIncident, ListAlertsReply, ListIncidents } from '@tocsin/contracts';
import type { Warehouse } from '@tocsin/warehouse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { AsOfCircumstances } from '../../backtest/as-of-circumstances.ts';
import { AsOfTables } from '../../backtest/as-of-tables.ts';
import { canonicalCsv } from '../../testing/plain-rows.ts';
import { type TestServer, startTestServer } from '../../testing/start-test-server.ts';
import { WAREHOUSE } from '../../tokens.ts';

/** The server's today is 22 November 2026, a Sunday. On Friday Fujian had thirty complaints, else each region two a day. */
const STORM = { day: '2026-11-20', region: '350000' };
let server: TestServer;
let cookie: Record<'wang' | 'zhao', string>;

const rows = ['350000', '110000'].flatMap((region) =>
  Array.from({ length: 300 }, (_, age) => {
    const day = new Date(Date.UTC(2026, 10, 21 - age)).toISOString().slice(0, 10);
    const count = day === STORM.day && region === STORM.region ? 30 : 2;
    return Array.from({ length: count }, (__, n) => ({
      ...{ complaint_id: `${day}-${region}-${n}`, day, source: 'self' as const },
      ...{ region, line: 'life', organisation: region === '350000' ? 'hq.east' : 'hq.north' },
    }));
  }).flat(),
);
const rule = {
  id: 'many-in-region',
  label: { zh: '单日过多', en: 'Many in a day' },
  ...{ measure: 'complaints', split: [{ dimension: 'region' }], grain: 'day' },
  detector: { name: 'threshold', atLeast: 20, level: 'yellow' },
};

beforeAll(async () => {
  server = await startTestServer();
  await server.send({ method: 'PUT', url: `/api/v1/rules/${rule.id}`, payload: { rule, expectedVersion: 0 } });
  const headers = { 'content-type': 'text/csv' };
  await server.send({ method: 'POST', url: '/api/v1/imports?wait=true', headers, payload: canonicalCsv(rows) });
  await server.pipeline.run();
  const signedIn = async (name: string, role: string, organisations: string[]) => {
    const account = { name, password: 'a long enough one', role, organisations };
    await server.send({ method: 'POST', url: '/api/v1/accounts', payload: account });
    const { headers: answered } = await server.send({ method: 'POST', url: '/api/v1/session', payload: account });
    return String(answered['set-cookie']).split(';')[0] ?? '';
  };
  cookie = { wang: await signedIn('wang', 'executive', []), zhao: await signedIn('zhao', 'risk', ['hq.north']) };
}, 120_000);
afterAll(() => server.stop());

const warnings = async () => {
  const { alerts } = await server.json<ListAlertsReply>({ url: `/api/v1/alerts?state=any&rule=${rule.id}` });
  return alerts;
};
const theOne = async () => (await warnings())[0]!;
const judge = (id: string, payload: object, as?: string) =>
  server.send({
    ...{ method: 'POST', url: `/api/v1/alerts/${id}/verdicts`, payload },
    ...(as === undefined ? {} : { headers: { cookie: as } }),
  });
const incidents = async (): Promise<KnownIncident[]> =>
  (await server.json<z.output<typeof ListIncidents.reply>>({ url: '/api/v1/incidents' })).incidents;

describe('what somebody makes of a warning', () => {
  it('makes a confirmed one a known incident of its days and slice, until it is taken back', async () => {
    const { id, headline, verdict } = await theOne();
    expect(verdict).toBeNull();
    const before = await server.json<{ dataVersion: string }>({ url: '/api/v1/freshness' });
    const given = await judge(id, { verdict: 'confirmed', note: ' 台风 ' });
    expect(JSON.parse(given.body)).toMatchObject({
      mayJudge: true,
      verdicts: [{ verdict: 'confirmed', note: '台风' }],
    });
    expect(await incidents()).toEqual([
      {
        ...{
          id: `warning-${id}`,
          label: headline,
          from: STORM.day,
          until: '2026-11-21',
          origin: 'verdict',
          note: '台风',
        },
        slice: { region: STORM.region },
      },
    ]);
    const after = await server.json<{ dataVersion: string }>({ url: '/api/v1/freshness' });
    expect(after.dataVersion).not.toBe(before.dataVersion);
    expect((await theOne()).verdict).toBe('confirmed');

    await judge(id, { verdict: 'expected', note: '活动' });
    expect(await incidents()).toEqual([]);
    await judge(id, { verdict: null });
    const reply = await server.json<GetAlertReply>({ url: `/api/v1/alerts/${id}` });
    expect(reply.verdicts.map((one) => one.verdict)).toEqual(['confirmed', 'expected', null]);
    expect(reply.alert.verdict).toBeNull();
  });

  it('stays when the incidents of a file are put, and may not be put by a file', async () => {
    const { id } = await theOne();
    await judge(id, { verdict: 'confirmed' });
    const flood = {
      id: 'flood',
      label: { zh: '洪水', en: 'Flood' },
      from: '2026-07-01',
      until: '2026-07-09',
      slice: {},
    };
    const put = (all: object[]) =>
      server.send({ method: 'PUT', url: '/api/v1/incidents', payload: { incidents: all } });
    expect((await put([flood])).statusCode).toBe(200);
    expect((await incidents()).map((one) => one.origin)).toEqual(['file', 'verdict']);
    const refused = await put([{ ...flood, id: `warning-${id}` }]);
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('来自对预警的认定');
    await put([]);
  });

  it('is refused from who may not judge, or does not see the warning, and when it is not one', async () => {
    const { id } = await theOne();
    expect((await judge(id, { verdict: 'false' }, cookie.wang)).statusCode).toBe(403);
    expect((await judge(id, { verdict: 'false' }, cookie.zhao)).statusCode).toBe(404);
    expect((await judge('no-such-warning', { verdict: 'false' })).statusCode).toBe(404);
    expect((await judge(id, { verdict: 'maybe' })).statusCode).toBe(400);
    expect((await judge(id, { verdict: 'false', note: 'x'.repeat(1001) })).statusCode).toBe(400);
    const { mayJudge } = JSON.parse(
      (await server.send({ url: `/api/v1/alerts/${id}`, headers: { cookie: cookie.wang } })).body,
    ) as GetAlertReply;
    expect(mayJudge).toBe(false);
    expect((await theOne()).verdict).toBe('confirmed');
  });
});

describe('a confirmed warning that goes on', () => {
  const version = async () => (await server.json<{ dataVersion: string }>({ url: '/api/v1/freshness' })).dataVersion;
  /** Days that confirmed warnings have reached, added up: what is expected may change with them. */
  const reached = async () => Number((await version()).split('-').at(-1));

  it('prolongs its incident up to its newest day, with no new verdict, and only where it went on', async () => {
    const judgedAt = server.clock.now().getTime() / 1000;
    const [{ id }, before] = [await theOne(), await reached()];
    expect(await incidents()).toMatchObject([{ id: `warning-${id}`, from: STORM.day, until: '2026-11-21' }]);
    server.clock.move(86_400_000);
    const day = '2026-11-22';
    const more = ['350000', '110000'].flatMap((region) =>
      Array.from({ length: region === STORM.region ? 30 : 2 }, (_, n) => ({
        ...{ complaint_id: `${day}-${region}-${n}`, day, source: 'self' as const },
        ...{ region, line: 'life', organisation: region === '350000' ? 'hq.east' : 'hq.north' },
      })),
    );
    const headers = { 'content-type': 'text/csv' };
    await server.send({ method: 'POST', url: '/api/v1/imports?wait=true', headers, payload: canonicalCsv(more) });
    await server.pipeline.run();
    expect(await warnings()).toMatchObject([{ id, firstBucket: STORM.day, lastBucket: day }]);
    expect(await incidents()).toMatchObject([{ id: `warning-${id}`, from: STORM.day, until: '2026-11-23' }]);
    expect(await reached()).toBe(before + 2);

    const warehouse = server.app.get<Warehouse>(WAREHOUSE);
    const tables = await AsOfTables.read(warehouse, 0);
    const past = await AsOfCircumstances.read(warehouse, { tables, plan: { history: [] }, from: day });
    const now = server.clock.now().getTime() / 1000;
    const untilAt = (moment: number) => past.events(moment).map(({ until }) => until);
    expect(untilAt(judgedAt)).toEqual(['2026-11-21']);
    expect(untilAt(now - 1)).toEqual(['2026-11-21']);
    expect(untilAt(now)).toEqual(['2026-11-23']);
    expect(past.moments.filter((moment) => moment > judgedAt)).toEqual([now]);
  });

  it('is judged anew once: the same data again change nothing', async () => {
    const [{ id }, before] = [await theOne(), await version()];
    await server.pipeline.run();
    expect(await version()).toBe(before);
    await judge(id, { verdict: null });
    expect(await incidents()).toEqual([]);
  });
});
