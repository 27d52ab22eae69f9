import { setTimeout as sleep } from 'node:timers/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addCalendarDays, daysBetween } from '@tocsin/calendar';
import type {
  Backtest,
  GetAlertReply,
  GetClustersReply,
  ListAlertsReply,
  PreviewRuleReply,
  ShownAlert,
} from '@tocsin/contracts';
import { drawPoisson, seededUniform } from '@tocsin/stats';
import { type Warehouse, signals } from '@tocsin/warehouse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConfigOverrides } from '../../config-overrides.ts';
import { type TestServer, startTestServer } from '../../testing/start-test-server.ts';
import { WAREHOUSE } from '../../tokens.ts';

/** A Monday: the week before it has just ended. */
const TODAY = '2026-11-23';
const NOW = `${TODAY}T02:00:00Z`;
const FIRST = addCalendarDays(TODAY, -7 * 66);
/** Regions of the east, each with two complaints a day; Xinjiang and Hainan lie far from them. */
const REGIONS = ['110000', '120000', '130000', '370000', '320000', '340000', '330000', '310000', '650000', '460000'];
const RULE = 'clusters';

type Cases = (region: string, day: string) => number;

/** Complaints of all days up to yesterday: by chance around two, times what `factor` says. */
function csvOf(factor: Cases): string {
  const chance = seededUniform(5);
  const lines: string[] = ['complaint_id,received_at,source,region,organisation,line'];
  for (let day = FIRST; day < TODAY; day = addCalendarDays(day, 1))
    for (const region of REGIONS) {
      const count = drawPoisson(2 * factor(region, day), chance);
      for (let i = 0; i < count; i += 1)
        lines.push(`c${lines.length},${day} 10:00:00,self,${region},hq.${region.slice(0, 2)},property.motor`);
    }
  return `${lines.join('\n')}\n`;
}

async function started(factor: Cases, more: object = {}, overrides: ConfigOverrides = {}): Promise<TestServer> {
  const server = await startTestServer(overrides, NOW);
  const rule = {
    ...{
      kind: 'scan',
      id: RULE,
      label: { zh: '地区聚集', en: 'Clusters of regions' },
      over: 'regions',
      simulations: 199,
    },
    ...more,
  };
  await server.send({ method: 'PUT', url: `/api/v1/rules/${RULE}`, payload: { rule } });
  const headers = { authorization: `Bearer ${server.localToken}`, 'content-type': 'text/csv' };
  await server.json({ method: 'POST', url: '/api/v1/imports?wait=true', headers, payload: csvOf(factor) });
  await server.pipeline.run();
  return server;
}

async function warningsOf(server: TestServer): Promise<ShownAlert[]> {
  const { alerts } = await server.json<ListAlertsReply>({ method: 'GET', url: '/api/v1/alerts?state=any&limit=500' });
  return alerts.filter(({ ruleId }) => ruleId === RULE);
}

/** Thrice as many in Jiangsu and Anhui since two weeks ago. */
const SINCE = addCalendarDays(TODAY, -14);
const planted: Cases = (region, day) => (day >= SINCE && ['320000', '340000'].includes(region) ? 3 : 1);

describe('a cluster of two neighbours', () => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'tocsin-clusters-'));
  let server: TestServer;
  beforeAll(async () => {
    server = await started(planted, {}, { dataDirectory });
  }, 240_000);
  afterAll(async () => {
    await server.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  });

  it('opens one warning with exactly its members, and says where, since when, how much and how rare', async () => {
    const [warning, ...others] = await warningsOf(server);
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ state: 'open', slice: {}, grain: 'week', level: 'orange', pValue: 0.005 });
    const { alert } = await server.json<{ alert: GetAlertReply['alert'] } & GetAlertReply>({
      method: 'GET',
      url: `/api/v1/alerts/${warning!.id}`,
    });
    expect(alert.headline.zh).toMatch(
      /^(江苏、安徽|安徽、江苏)：11月9日当周起 \d+ 件, 预期 \d+, 相对风险 [\d.]+, p = 0\.005, 约每 4 年偶然出现一次/,
    );
    expect(alert.headline.en).toMatch(/since week of 9 Nov \d+ cases, \d+ expected, relative risk/);
    // 2 regions × 14 days × 2 a day
    expect(alert.expected).toBeGreaterThan(45);
    expect(alert.expected).toBeLessThan(68);
  });

  it('freezes with the warning what each member adds', async () => {
    const [warning] = await warningsOf(server);
    const { contributors, cluster } = await server.json<GetAlertReply>({
      method: 'GET',
      url: `/api/v1/alerts/${warning!.id}`,
    });
    expect(contributors.map(({ dimension, code }) => `${dimension}=${code}`).sort()).toEqual([
      'region=320000',
      'region=340000',
    ]);
    expect([cluster, warning!.isCluster]).toEqual(['region', true]);
    const observed = contributors.reduce((sum, one) => sum + one.observed, 0);
    expect(observed).toBe(warning!.observed);
    expect(contributors.reduce((sum, one) => sum + one.share, 0)).toBeCloseTo(1, 6);
  });

  it('is what the preview of the rule tells now; of a rarer one that nothing is there, and where to look', async () => {
    const preview = (more: object = {}) => {
      const rule = {
        kind: 'scan',
        id: RULE,
        label: { zh: '试', en: 'Tried' },
        over: 'regions',
        simulations: 199,
        ...more,
      };
      return server.json<PreviewRuleReply>({ method: 'POST', url: '/api/v1/rules/preview', payload: { rule } });
    };
    const [warning] = await warningsOf(server);
    const found = await preview();
    expect(found).toMatchObject({ total: 1, firings: { total: 1, byLevel: { orange: 1 } }, note: null });
    expect(found.fired).toEqual([
      {
        key: expect.stringContaining('cluster=') as string,
        level: 'orange',
        bucket: '2026-11-16',
        text: warning!.headline,
      },
    ]);
    const none = await preview({ minCount: 5000 });
    expect(none).toMatchObject({ fired: [], note: { zh: expect.stringContaining('请回测') as string } });
  });

  it('says nothing new when it is looked for again, and the same after a restart', async () => {
    const before = await warningsOf(server);
    await server.pipeline.run();
    expect(await warningsOf(server)).toEqual(before);
    await server.stop();
    server = await startTestServer({ dataDirectory }, NOW);
    await server.pipeline.run();
    expect(await warningsOf(server)).toEqual(before);
  }, 120_000);
});

/** Nothing from anywhere in the week before last, and then four times as many in Jiangsu: what was held up, perhaps. */
const afterGap: Cases = (region, day) => {
  const ago = daysBetween(day, TODAY);
  if (ago > 7 && ago <= 14) return 0;
  return ago <= 7 && region === '320000' ? 4 : 1;
};

it('makes no cluster of what comes after days without data', async () => {
  const server = await started(afterGap);
  expect(await warningsOf(server)).toEqual([]);
  await server.stop();
}, 240_000);

describe('a place that a catastrophe hit a year ago', () => {
  /** Ten weeks in the season of the newest ones. */
  const STORM = { from: addCalendarDays(TODAY, -7 * 58), until: addCalendarDays(TODAY, -7 * 48) };
  const label = { zh: '台风', en: 'Typhoon' };
  const storm = { ...{ ...STORM, id: 'storm', label, note: '' }, slice: { region: '340000' } };
  const hit: Cases = (region, day) => {
    if (region !== '340000') return 1;
    if (STORM.from <= day && day < STORM.until) return 20;
    return day >= SINCE ? 2.5 : 1;
  };
  let server: TestServer;
  beforeAll(async () => (server = await started(hit)), 240_000);
  afterAll(() => server.stop());
  const know = async (...incidents: object[]) => {
    server.clock.move(3_600_000);
    await server.json({ method: 'PUT', url: '/api/v1/incidents', payload: { incidents } });
    await server.pipeline.run();
  };
  const newest = async () => {
    const range = { from: SINCE, until: TODAY, ruleId: RULE };
    const found = await server.app.get<Warehouse>(WAREHOUSE).rows(signals(range));
    return found.filter(({ bucket }) => bucket === '2026-11-16').map(({ verdict }) => verdict);
  };

  it('has a cluster as soon as the catastrophe is known, and the warning says what was left out', async () => {
    expect(await warningsOf(server)).toEqual([]);
    await know(storm);
    const [warning, ...others] = await warningsOf(server);
    expect(others).toEqual([]);
    expect(warning!.headline.zh).toMatch(/^安徽：.*；基线未计入已知事件「台风」的 70 天$/);
    expect(warning!.headline.en).toMatch(/; 70 days of known events \(Typhoon\) were left out of the baseline$/);
    expect(await newest()).toEqual(['excess']);
    const url = `/api/v1/clusters?from=${addCalendarDays(TODAY, -28)}&until=${TODAY}`;
    const { clusters } = await server.json<GetClustersReply>({ method: 'GET', url });
    expect(clusters).toMatchObject([{ members: [{ code: '340000' }] }]);
    expect(clusters[0]!.baseline!.zh).toBe('基线未计入已知事件「台风」的 70 天');
  });

  it('had none in a back-test before anybody knew, and has it from then on', async () => {
    const payload = { rules: [{ id: RULE }], from: addCalendarDays(TODAY, -7), until: addCalendarDays(TODAY, 1) };
    const made = await server.json<Backtest>({ method: 'POST', url: '/api/v1/backtests', payload });
    let test = made;
    for (; test.finishedAt === null; await sleep(20))
      test = await server.json<Backtest>({ url: `/api/v1/backtests/${made.id}` });
    const known = server.clock.now().toISOString();
    expect(test.outcomes).toMatchObject([{ trouble: null, warnings: 1, list: [{ openedAt: known }] }]);
    expect(test.outcomes[0]!.list[0]!.label.zh).toContain('安徽');
  }, 240_000);

  it('is judged anew when that is not so after all, though its figures are the same', async () => {
    await know();
    expect(await newest()).toEqual(['normal']);
  });
});
