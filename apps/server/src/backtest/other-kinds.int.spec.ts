import { setTimeout as sleep } from 'node:timers/promises';
import { addMonths } from '@tocsin/calendar';
import type { Backtest, BacktestInput, BacktestOutcome, KnownIncident, RuleVariant } from '@tocsin/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, startTestServer } from '../testing/start-test-server.ts';

/** The server's today is 22 November 2026; a year of weeks lies before it. */
const PERIOD = { from: '2026-08-31', until: '2026-10-26' };
const REGIONS = Array.from({ length: 12 }, (_, i) => `${i + 11}0000`);
/** Thirty complaints more in one region on a Monday of October. */
const STORM = { region: '140000', day: '2026-10-05' };

/** Eight to twelve complaints on each Monday in each of twelve regions, now and then nine more; all closed on Thursday. */
function ordinary(): string[] {
  const mondays = Array.from({ length: 50 }, (_, week) => new Date(Date.UTC(2025, 11, 1 + 7 * week)));
  return mondays.flatMap((monday, week) =>
    REGIONS.flatMap((region, i) => {
      const day = monday.toISOString().slice(0, 10);
      const closed = new Date(monday.getTime() + 3 * 86_400_000).toISOString().slice(0, 10);
      const storm = region === STORM.region && day === STORM.day ? 30 : 0;
      const bump = (week * 5 + i * 7) % 23 === 0 ? 9 : 0;
      const count = 8 + ((week * 7 + i * 3) % 5) + bump + storm;
      return Array.from(
        { length: count },
        (_, n) => `${day}-${region}-${n},${day},${region},1,holder,closed,${closed}`,
      );
    }),
  );
}

/** Cases of several people and one that the media brought; each is closed a week later. */
const crowds = [
  ...[6, 9, 24].map((people, i) => `J${people},2026-09-0${i + 1},140000,${people},holder,closed,2026-09-1${i}`),
  'M1,2026-10-06,140000,1,media,closed,2026-10-12',
];

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  const rows = [...ordinary(), ...crowds].map((row) => {
    const [id = '', day = '', region = '', people = '', kind = '', status = '', closed = ''] = row.split(',');
    return [id, `${day} 10:00:00`, 'self', region, people, kind, status, `${closed} 15:00:00`, 'life', 'hq'].join(',');
  });
  const head = 'complaint_id,received_at,source,region,group_size,complainant_kind,status,closed_at,line,organisation';
  const headers = { 'content-type': 'text/csv' };
  const payload = [head, ...rows, ''].join('\n');
  await server.json({ method: 'POST', url: '/api/v1/imports?wait=true', headers, payload });
  const months = Array.from({ length: 18 }, (_, i) => addMonths('2025-06-01', i).slice(0, 7));
  const policies = months.flatMap((month) => REGIONS.map((region) => `${month},${region},1000`));
  const exposure = ['month,region,policies', ...policies, ''].join('\n');
  await server.json({ method: 'POST', url: '/api/v1/reference/exposure', headers, payload: exposure });
}, 120_000);
afterAll(() => server.stop());

const label = { zh: '试', en: 'Tried' };
const clusters = {
  ...{ kind: 'scan', id: 'clusters', label, over: 'regions', offset: 'policies', windows: 2, simulations: 199 },
  limit: { alpha: 0.05 },
};
const crowd = { kind: 'trigger', id: 'crowd', label, trigger: { name: 'joint-people', people: 5, days: 30 } };
const press = { kind: 'trigger', id: 'press', label, trigger: { name: 'media', days: 30 } };

async function run(rules: readonly object[], more: Partial<BacktestInput> = {}): Promise<Backtest> {
  const payload = { ...PERIOD, rules, ...more };
  const made = await server.json<Backtest>({ method: 'POST', url: '/api/v1/backtests', payload });
  for (;;) {
    const found = await server.json<Backtest>({ url: `/api/v1/backtests/${made.id}` });
    if (found.finishedAt !== null) return found;
    await sleep(20);
  }
}
const briefly = ({ outcomes }: Backtest) =>
  outcomes.map(({ ruleId, variant, trouble, warnings }: BacktestOutcome) => [ruleId, variant, trouble, warnings]);

describe('a back-test of a scan', () => {
  it('names the places of a cluster, and counts it for what is known of any of them', async () => {
    const incident = (id: string, region: string): Omit<KnownIncident, 'origin'> => ({
      ...{ id, label: { zh: id, en: id }, from: '2026-10-03', until: '2026-10-20', slice: { region }, note: '' },
    });
    const incidents = [incident('storm', STORM.region), incident('elsewhere', '650000')];
    await server.json({ method: 'PUT', url: '/api/v1/incidents', payload: { incidents } });
    const { outcomes, state } = await run([{ draft: clusters }]);
    expect(state).toBe('done');
    expect(outcomes).toMatchObject([
      {
        ...{ ruleId: 'clusters', version: 0, trouble: null },
        incidents: [
          { id: 'storm', caught: true },
          { id: 'elsewhere', caught: false },
        ],
      },
    ]);
    const [found] = outcomes[0]!.list.filter(({ incident: one }) => one === 'storm');
    expect(found).toMatchObject({ slice: {}, seriesKey: 'cluster=140000', firstBucket: '2026-10-05' });
    expect(found!.label.zh).toContain('山西');
  });

  it('suggests for a budget what a back-test of that setting then gives', async () => {
    const [loud] = (await run([{ draft: { ...clusters, limit: { alpha: 0.4 } } }], { budgetPerWeek: 0.3 })).outcomes;
    expect(loud!.perWeek).toBeGreaterThan(0.3);
    const { variant, perWeek, caught } = loud!.suggested!;
    expect(Object.keys(variant)).toEqual(['limit.alpha']);
    expect([perWeek <= 0.3, caught]).toEqual([true, 1]);
    const again = await run([{ draft: { ...clusters, limit: { alpha: 0.4 } } }], { alternatives: [variant] });
    expect(again.outcomes[1]).toMatchObject({ trouble: null, variant, perWeek });
  });
});

describe('a back-test of a trigger', () => {
  it('finds what began in the period and when it was over, and tries other numbers', async () => {
    const alternatives: RuleVariant[] = [{ 'trigger.people': 10 }, { 'limit.alpha': 0.01 }];
    const test = await run([{ draft: crowd }, { draft: press }], { alternatives });
    expect(briefly(test)).toEqual([
      ['crowd', null, null, 3],
      ['crowd', { 'trigger.people': 10 }, null, 1],
      ['press', null, null, 1],
    ]);
    const [newest] = test.outcomes[0]!.list;
    // Known the midnight after it was received; closed on the 12th.
    expect(newest).toMatchObject({ seriesKey: 'case=J24', slice: { region: '140000' }, incident: null });
    expect(newest!.changes.map(({ kind, at }) => `${kind} ${at}`)).toEqual([
      'opened 2026-09-03T16:00:00.000Z',
      'resolved 2026-09-11T16:00:00.000Z',
    ]);
    expect(newest!.label.zh).toContain('投诉 J24 由 24 人共同提出');
  }, 240_000);

  it('suggests a number of people where there is one, and says where nothing could be stricter', async () => {
    const { outcomes, notes } = await run([{ draft: crowd }, { draft: press }, { id: 'feed-missing' }], {
      budgetPerWeek: 0.15,
    });
    expect(outcomes.map(({ suggested }) => suggested?.variant)).toEqual([{ 'trigger.people': 10 }, {}, {}]);
    expect(notes.map(({ en }) => en).filter((note) => note.includes('no stricter setting'))).toHaveLength(2);
  }, 240_000);
});

it('a back-test of deliveries meets no incident, and nothing of it is false', async () => {
  const { outcomes } = await run([{ id: 'feed-missing' }]);
  expect(outcomes).toMatchObject([{ trouble: null, warnings: 0, falsePerWeek: null }]);
});
