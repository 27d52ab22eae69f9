import { detectorGrains, type ListRulesReply, type RuleSummary } from '@tocsin/contracts';
import { type Warehouse, auditEvents } from '@tocsin/warehouse';
import { WAREHOUSE } from '../tokens.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, startTestServer } from '../testing/start-test-server.ts';

let server: TestServer;
let cookies: Record<string, string>;

beforeAll(async () => {
  server = await startTestServer();
  cookies = {};
  for (const [name, role, organisations] of [
    ['li', 'risk', []],
    ['wang', 'executive', []],
    ['zhao', 'risk', ['hq.east']],
  ] as const) {
    const account = { name, password: 'a long enough one', role, organisations };
    await server.send({ method: 'POST', url: '/api/v1/accounts', payload: account });
    const { headers } = await server.send({
      method: 'POST',
      url: '/api/v1/session',
      payload: { name, password: account.password },
    });
    cookies[name] = String(headers['set-cookie']).split(';')[0]!;
  }
}, 60_000);
afterAll(() => server.stop());

const rule = {
  id: 'phone-day',
  label: { zh: '电话投诉', en: 'By phone' },
  measure: 'complaints',
  where: { intake_channel: ['phone'] },
  grain: 'day',
  detector: { name: 'threshold', atLeast: 10, level: 'yellow' },
};

const put = (id: string, payload: object, by = 'li') =>
  server.send({ method: 'PUT', url: `/api/v1/rules/${id}`, payload, headers: { cookie: cookies[by]! } });
const read = async <T>(answer: Promise<{ body: string }>) => JSON.parse((await answer).body) as T;
const get = (url: string, by = 'li') => server.send({ method: 'GET', url, headers: { cookie: cookies[by]! } });

describe('the rules of a new installation', () => {
  it('are there before anything has run, with nobody’s name, and everybody may read them', async () => {
    const { rules, mayChange } = await read<ListRulesReply>(get('/api/v1/rules', 'wang'));
    expect(rules.find(({ rule: { id } }) => id === 'region-week')).toMatchObject({
      rule: { kind: 'series', version: 1, enabled: true },
      ...{ by: 'tocsin', openWarnings: 0, expectedFalsePerWeek: null },
    });
    expect(mayChange).toBe(false);
  });
});

describe('a rule that somebody writes', () => {
  it('is kept as version 1, then 2, with who, when and what changed', async () => {
    expect((await put('phone-day', { rule, expectedVersion: 0 })).statusCode).toBe(200);
    server.clock.move(60_000);
    const changed = { ...rule, owner: '消保部', detector: { ...rule.detector, atLeast: 12 } };
    const second = await read<RuleSummary>(put('phone-day', { rule: changed, expectedVersion: 1 }));
    expect(second).toMatchObject({ by: 'li', rule: { version: 2, owner: '消保部', basis: 'company' } });
    const { versions } = await read<{ versions: object[] }>(get('/api/v1/rules/phone-day/versions'));
    expect(versions).toMatchObject([
      {
        ...{ version: 2, by: 'li', at: '2026-11-22T08:01:00.000Z' },
        changes: [
          { path: 'owner', from: '""', to: '"消保部"' },
          { path: 'detector.atLeast', from: '10', to: '12' },
        ],
      },
      { version: 1, by: 'li', at: '2026-11-22T08:00:00.000Z', changes: [] },
    ]);
    expect(await read(get('/api/v1/rules/phone-day?version=1'))).toMatchObject({ rule: { detector: { atLeast: 10 } } });
  });

  it('is not kept again when nothing has changed', async () => {
    const { rule: kept } = await read<RuleSummary>(get('/api/v1/rules/phone-day'));
    const { version: _, removed: __, ...same } = kept;
    expect(await read(put('phone-day', { rule: same }))).toMatchObject({ rule: { version: 2 } });
  });

  it('is refused to whoever saw an older version: 409, and what was seen', async () => {
    const answer = await put('phone-day', { rule, expectedVersion: 1 });
    expect([answer.statusCode, JSON.parse(answer.body)]).toMatchObject([
      409,
      { code: 'conflict', errors: [{ path: 'expectedVersion', message: 'must be 2' }] },
    ]);
  });

  it.each([
    [{ rule: { ...rule, id: 'other' } }, 400, 'rule.id'],
    [
      { rule: { ...rule, detector: { name: 'threshold', atLeast: -1, level: 'yellow' } } },
      400,
      'rule.detector.atLeast',
    ],
    [{ rule: { ...rule, grain: 'week', detector: { name: 'daily-regression' } } }, 400, 'rule.grain'],
    [{ rule: { ...rule, minimum: 3 } }, 400, 'rule'],
    [{ rule: { id: rule.id, label: rule.label, kind: 'missing-feed' } }, 409, 'rule.kind'],
  ])('%j is refused', async (payload, status, path) => {
    const answer = await put('phone-day', payload);
    expect([answer.statusCode, JSON.parse(answer.body)]).toMatchObject([status, { errors: [{ path }] }]);
  });

  it('is refused to an executive, and to who sees only a part of the company', async () => {
    expect((await put('phone-day', { rule }, 'wang')).statusCode).toBe(403);
    const scoped = await put('phone-day', { rule }, 'zhao');
    expect([scoped.statusCode, JSON.parse(scoped.body)]).toMatchObject([
      403,
      { detail: { zh: expect.stringMatching(/全公司/) as string } },
    ]);
  });

  it('can be switched off and on, each a version', async () => {
    const flip = (enabled: boolean, expectedVersion: number) =>
      read<RuleSummary>(put('phone-day/enabled', { enabled, expectedVersion }));
    expect(await flip(false, 2)).toMatchObject({ rule: { version: 3, enabled: false }, expectedFalsePerWeek: 0 });
    expect(await flip(true, 3)).toMatchObject({ rule: { version: 4, enabled: true } });
  });

  it('can be removed, for good', async () => {
    const remove = { method: 'DELETE', url: '/api/v1/rules/phone-day', headers: { cookie: cookies['li']! } } as const;
    expect(await read(server.send(remove))).toMatchObject({ rule: { version: 5, enabled: false, removed: true } });
    expect((await put('phone-day', { rule })).statusCode).toBe(409);
    expect((await put('phone-day/enabled', { enabled: true })).statusCode).toBe(409);
    const ids = async (query: string) =>
      (await read<ListRulesReply>(get(`/api/v1/rules${query}`))).rules.map(({ rule: { id } }) => id);
    expect(await ids('')).not.toContain('phone-day');
    expect(await ids('?removed=true')).toContain('phone-day');
  });
});

describe('the catalogue', () => {
  it('has every detector and trigger, with a parameter schema, a default and a name for each parameter', async () => {
    const { detectors } = await read<{ detectors: Record<string, unknown>[] }>(get('/api/v1/detectors', 'wang'));
    const named = new Map(detectors.map((one) => [one['name'], one]));
    for (const name of [...Object.keys(detectorGrains), 'joint-people', 'due-in', 'scan', 'missing-feed'])
      expect(named.has(name), name).toBe(true);
    expect(named.get('ears-c2')).toMatchObject({
      ...{
        kind: 'series',
        defaults: { baseline: 28, alpha: 0.001, minSigma: 0.5 },
        grains: ['day', 'week'],
        history: 30,
      },
      parameters: { type: 'object', properties: { alpha: { type: 'number', exclusiveMaximum: 0.5 } } },
    });
    for (const { name, fields, parameters } of detectors as {
      name: string;
      fields: { name: string; label: { zh: string } }[];
      parameters: { properties: object };
    }[]) {
      expect(
        fields.map((field) => field.name),
        name,
      ).toEqual(Object.keys(parameters.properties));
      for (const { label } of fields) expect(label.zh, name).toMatch(/[\u4e00-\u9fff]/);
    }
  });
});

describe('a preview', () => {
  it('without data says so; nothing is kept', async () => {
    const preview = {
      method: 'POST',
      url: '/api/v1/rules/preview',
      payload: { rule: { ...rule, id: 'tried' } },
    } as const;
    expect(await server.json(preview)).toMatchObject({
      series: [],
      firings: { total: 0 },
      note: { zh: expect.stringMatching(/没有投诉数据/) as string },
    });
    expect((await get('/api/v1/rules/tried')).statusCode).toBe(404);
  });
});

describe('rules as text', () => {
  const text = (url: string) => server.send({ method: 'GET', url });
  const check = (yaml: string) =>
    server.json<{ rules: object[]; faults: object[] }>({
      method: 'POST',
      url: '/api/v1/rules.yaml',
      payload: { text: yaml },
    });

  it('come out as YAML and go back in unchanged', async () => {
    const all = await text('/api/v1/rules.yaml');
    expect(all.headers['content-type']).toMatch(/^application\/yaml/);
    const { rules, faults } = await check(all.body);
    expect(faults).toEqual([]);
    expect(rules.length).toBeGreaterThan(10);
    for (const one of rules) expect(one).toMatchObject({ changes: [] });
  });

  it('come out one by one, without what goes without saying', async () => {
    const { body } = await text('/api/v1/rules.yaml?id=visits-day-10');
    expect(body).toMatch(/^id: visits-day-10\nkind: series\n/);
    expect(body).not.toMatch(/owner|coolDownDays|version/);
  });

  it('that differ tell what would change', async () => {
    const { body } = await text('/api/v1/rules.yaml?id=visits-day-10');
    const { rules } = await check(body.replace('atLeast: 10', 'atLeast: 15'));
    expect(rules).toMatchObject([{ version: 1, changes: [{ path: 'detector.atLeast', from: '10', to: '15' }] }]);
    const added = await check(body.replace('id: visits-day-10', 'id: visits-day-12'));
    expect(added.rules).toMatchObject([{ version: 0, changes: [{ path: '', from: null }] }]);
  });

  it('that are wrong tell where and what, in both languages', async () => {
    const { body } = await text('/api/v1/rules.yaml?id=visits-day-10');
    const line = body.split('\n').findIndex((one) => one.includes('atLeast')) + 1;
    const { faults } = await check(body.replace('atLeast: 10', 'atLeast: ten'));
    expect(faults).toMatchObject([
      {
        rule: 1,
        id: 'visits-day-10',
        path: 'detector.atLeast',
        line,
        message: {
          zh: expect.stringMatching(/无效输入/) as string,
          en: expect.stringMatching(/Invalid input/) as string,
        },
      },
    ]);
    expect((await check('id: [')).faults).toMatchObject([
      { rule: 0, line: 1, message: { zh: expect.stringMatching(/YAML/) as string } },
    ]);
    expect((await check('')).faults).toMatchObject([{ message: { en: expect.stringMatching(/no rule/) as string } }]);
    expect((await check(`${body}---\n${body}`)).faults).toMatchObject([
      { rule: 2, path: 'id', line: expect.any(Number) },
    ]);
    expect((await check(body.replace('minCount', 'minimum'))).faults).toMatchObject([{ path: 'minimum' }]);
  });
});

it('what was done to rules is in the audit log', async () => {
  await put('visits-day-10/enabled', { enabled: false });
  const log = await server.app.get<Warehouse>(WAREHOUSE).rows(auditEvents({ limit: 100 }));
  const said = log.map(({ actor, action, subject, detail }) => `${actor} ${action} ${subject} ${detail}`);
  expect(said).toContain('li rule-changed phone-day {"version":2}');
  expect(said).toContain('li rule-removed phone-day {"version":5}');
  expect(said).toContain('li rule-switched-off visits-day-10 {"version":2}');
});
