import { setTimeout as sleep } from 'node:timers/promises';
import type { Backtest, BacktestInput, KnownIncident } from '@tocsin/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalCsv } from '../testing/plain-rows.ts';
import { type TestServer, startTestServer } from '../testing/start-test-server.ts';
import { BacktestsService } from './backtests.service.ts';

/** The server's today is 22 November 2026; a year of weeks lies before it. */
const FROM = '2026-08-01';
const UNTIL = '2026-11-16';
let server: TestServer;

/** Eight to twelve complaints a week in each of twelve regions, now and then six more, and thirty in one of them in October. */
function rows() {
  const days = Array.from({ length: 50 }, (_, week) =>
    new Date(Date.UTC(2025, 11, 1 + 7 * week)).toISOString().slice(0, 10),
  );
  const regions = Array.from({ length: 12 }, (_, i) => `${i + 11}0000`);
  return days.flatMap((day, week) =>
    regions.flatMap((region, i) => {
      const storm = region === '140000' && day === '2026-10-05' ? 30 : 0;
      const bump = (week * 5 + i * 7) % 23 === 0 ? 6 : 0;
      const count = 8 + ((week * 7 + i * 3) % 5) + bump + storm;
      return Array.from({ length: count }, (__, n) => ({
        ...{
          complaint_id: `${day}-${region}-${n}`,
          day,
          source: 'self' as const,
          region,
          line: 'life',
          organisation: 'hq',
        },
      }));
    }),
  );
}

beforeAll(async () => {
  server = await startTestServer();
  const headers = { 'content-type': 'text/csv' };
  await server.send({ method: 'POST', url: '/api/v1/imports?wait=true', headers, payload: canonicalCsv(rows()) });
});
afterAll(() => server.stop());

const incident = (more: Partial<KnownIncident> = {}) => ({
  ...{
    id: 'storm',
    label: { zh: '台风', en: 'Storm' },
    from: '2026-10-03',
    until: '2026-10-20',
    slice: { region: '140000' },
  },
  ...more,
});
const put = (incidents: object[]) => server.send({ method: 'PUT', url: '/api/v1/incidents', payload: { incidents } });

async function over(id: string): Promise<Backtest> {
  for (;;) {
    const found = await server.json<Backtest>({ url: `/api/v1/backtests/${id}` });
    if (found.finishedAt !== null) return found;
    await sleep(20);
  }
}
const ask = (input: Partial<BacktestInput> | Record<string, unknown>) =>
  server.send({ method: 'POST', url: '/api/v1/backtests', payload: { from: FROM, until: UNTIL, ...input } });
const run = async (input: Parameters<typeof ask>[0]) => over((JSON.parse((await ask(input)).body) as Backtest).id);
const regions = { rules: [{ id: 'region-week' }] };

describe('a back-test', () => {
  it('tells warnings a week, what was caught and how late, and what the past could not tell', async () => {
    expect(JSON.parse((await put([incident()])).body)).toMatchObject({ incidents: [{ id: 'storm', origin: 'file' }] });
    const { outcomes, notes, state } = await run(regions);
    expect(state).toBe('done');
    expect(notes[0]?.en).toMatch(/1 files of history \(\d+ rows\)/);
    expect(outcomes).toMatchObject([
      {
        ...{
          ruleId: 'region-week',
          version: 1,
          variant: null,
          trouble: null,
          series: 12,
          warnings: 1,
          perWeek: 0.0654,
        },
        ...{ byLevel: { red: 1 }, falsePerWeek: 0, suggested: null },
        // Monday's rows are known on Tuesday, three days after the storm.
        incidents: [{ id: 'storm', caught: true, delayDays: 3 }],
        list: [{ seriesKey: 'region=140000', openedAt: '2026-10-05T16:00:00.000Z', incident: 'storm' }],
      },
    ]);
  });

  it('puts alternatives side by side, leaves out those that a rule has no field for, and says why one cannot be tried', async () => {
    const bySpecialGroup = {
      ...{ id: 'by-group', label: { zh: '按群体', en: 'By group' }, measure: 'complaints', grain: 'week' },
      ...{ split: [{ dimension: 'special_group' }], detector: { name: 'ears-c2' }, minCount: 5 },
    };
    const rules = [{ id: 'region-week' }, { id: 'visits-day-10' }, { draft: bySpecialGroup }];
    const alternatives = [{ minCount: 60 }, { 'detector.alpha': 5 }, { 'detector.atLeast': 12 }];
    const { outcomes } = await run({ rules, alternatives });
    expect(
      outcomes.map(({ ruleId, variant, trouble, warnings }) => [ruleId, variant, trouble === null, warnings]),
    ).toEqual([
      ['region-week', null, true, 1],
      ['region-week', { minCount: 60 }, true, 0],
      ['region-week', { 'detector.alpha': 5 }, false, 0],
      ['visits-day-10', null, true, 0],
      ['visits-day-10', { minCount: 60 }, true, 0],
      ['visits-day-10', { 'detector.atLeast': 12 }, true, 0],
      ['by-group', null, false, 0],
      ['by-group', { minCount: 60 }, false, 0],
      ['by-group', { 'detector.alpha': 5 }, false, 0],
    ]);
  });

  it('suggests for a budget what a back-test of that setting then gives', async () => {
    const draft = {
      ...{ id: 'loud', label: { zh: '很响', en: 'Loud' }, measure: 'complaints', grain: 'week' },
      ...{ split: [{ dimension: 'region' }], detector: { name: 'ears-c2', alpha: 0.02, minSigma: 0.5 } },
      levels: { blueBelowP: 0.2, yellowBelowQ: 0.9, orangeBelowQ: 0.01, smallestFamily: 1 },
    };
    const loud = (await run({ rules: [{ draft }], budgetPerWeek: 0.2 })).outcomes[0];
    expect(loud!.perWeek).toBeGreaterThan(0.2);
    expect(loud!.suggested).toMatchObject({ caught: 1, lost: [] });
    expect(loud!.suggested!.perWeek).toBeLessThanOrEqual(0.2);
    const again = await run({ rules: [{ draft }], alternatives: [loud!.suggested!.variant] });
    expect(again.outcomes[1]).toMatchObject({ trouble: null, variant: loud!.suggested!.variant });
    expect(again.outcomes[1]!.perWeek).toBe(loud!.suggested!.perWeek);
  });

  it('is kept with the version that was tried, newest first, and listed without its warnings', async () => {
    const { backtests } = await server.json<{ backtests: Backtest[] }>({ url: '/api/v1/backtests' });
    expect(backtests).toHaveLength(4);
    const first = backtests.find(({ input }) => input.alternatives.length === 0 && input.budgetPerWeek === undefined);
    expect(first).toMatchObject({ by: 'local', input: { rules: [{ id: 'region-week', version: 1 }] }, progress: 1 });
    expect(first?.outcomes[0]).toMatchObject({ warnings: 1, list: [] });
  });
});

describe('a back-test in the background', () => {
  it('can be cancelled while it waits or runs', async () => {
    const long = {
      ...regions,
      from: '2023-01-01',
      alternatives: Array.from({ length: 20 }, (_, i) => ({ minCount: i + 1 })),
    };
    const idOf = async () => (JSON.parse((await ask(long)).body) as Backtest).id;
    const [running, waiting] = [await idOf(), await idOf()];
    for (const id of [waiting, running]) {
      const url = `/api/v1/backtests/${id}/cancel`;
      expect(await server.json({ method: 'POST', url })).toMatchObject({ state: 'cancelled', outcomes: [] });
    }
  });

  it('that the end of the process cut off is begun anew', async () => {
    const service = server.app.get(BacktestsService);
    const { id } = JSON.parse((await ask(regions)).body) as Backtest;
    await service.onApplicationShutdown();
    expect(await server.json({ url: `/api/v1/backtests/${id}` })).toMatchObject({ finishedAt: null });
    await service.onApplicationBootstrap();
    expect(await over(id)).toMatchObject({ state: 'done', outcomes: [{ warnings: 1 }] });
  });
});

describe('what is refused', () => {
  it.each([
    [{ ...regions, from: UNTIL }, 400, /is empty/],
    [{ ...regions, from: '2015-01-01' }, 400, /5 years at most/],
    [{ rules: [{ id: 'no-such-rule' }] }, 404, /no rule no-such-rule/],
    [{ rules: [{ id: 'region-week', version: 9 }] }, 404, /no version 9/],
  ])('%j', async (input, status, why) => {
    const { statusCode, body } = await ask(input);
    expect({ statusCode, body }).toMatchObject({ statusCode: status, body: expect.stringMatching(why) as string });
  });

  it.each([
    [[incident(), incident()], /more than once/],
    [[incident({ until: '2026-10-03' })], /ends before it begins/],
  ])('incidents that cannot be', async (incidents, why) => {
    const { statusCode, body } = await put(incidents);
    expect({ statusCode, body }).toMatchObject({ statusCode: 400, body: expect.stringMatching(why) as string });
  });

  it('a caller who sees a part of the company, and one who may not change rules', async () => {
    const keyOf = async (role: string, organisations: string[]) => {
      const payload = { label: role, role, organisations };
      const { key } = await server.json<{ key: string }>({ method: 'POST', url: '/api/v1/keys', payload });
      return { authorization: `Bearer ${key}` };
    };
    const headers = await keyOf('analyst', ['hq.east']);
    for (const url of ['/api/v1/backtests', '/api/v1/incidents'])
      expect((await server.send({ url, headers })).statusCode).toBe(403);
    const payload = { ...regions, from: FROM, until: UNTIL };
    const executive = await keyOf('executive', []);
    expect(
      (await server.send({ method: 'POST', url: '/api/v1/backtests', headers: executive, payload })).statusCode,
    ).toBe(403);
  });
});
