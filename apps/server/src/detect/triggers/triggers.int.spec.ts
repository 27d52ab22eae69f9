import { addCalendarDays } from '@tocsin/calendar';
import type { ListAlertsReply } from '@tocsin/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, startTestServer } from '../../testing/start-test-server.ts';

const TODAY = '2026-11-26';
const ago = (days: number) => addCalendarDays(TODAY, -days);

/** The complaints of a small company; what is left out is ordinary. */
interface Row {
  readonly id: string;
  readonly received: string;
  readonly due?: string;
  readonly source?: string;
  readonly people?: number;
  readonly channel?: string;
  readonly kind?: string;
  readonly agent?: string;
  readonly link?: string;
  readonly closed?: string;
  readonly organisation?: string;
}

const csv = (rows: readonly Row[]) =>
  [
    'complaint_id,received_at,due_on,source,group_size,intake_channel,complainant_kind,agent,link,status,closed_at,organisation,region,line,version',
    ...rows.map((row) =>
      [
        ...[
          row.id,
          `${row.received} 09:00:00`,
          row.due ?? '',
          row.source ?? 'self',
          row.people ?? 1,
          row.channel ?? 'phone',
        ],
        ...[row.kind ?? 'holder', row.agent ?? '', row.link ?? 'claim', row.closed === undefined ? 'open' : 'closed'],
        ...[row.closed === undefined ? '' : `${row.closed} 09:30:00`, row.organisation ?? 'hq.ah.01', '340104'],
        ...['life.traditional', row.closed === undefined ? 1 : 2],
      ].join(','),
    ),
  ].join('\n');

let server: TestServer;
async function bringIn(rows: readonly Row[]): Promise<void> {
  const headers = { authorization: `Bearer ${server.localToken}`, 'content-type': 'text/csv' };
  await server.json({ method: 'POST', url: '/api/v1/imports?wait=true', headers, payload: csv(rows) });
  await server.pipeline.run();
}

/** Open warnings of a rule: `level: headline`. */
async function open(ruleId: string, state = 'open'): Promise<string[]> {
  const { alerts } = await server.json<ListAlertsReply>({
    method: 'GET',
    url: `/api/v1/alerts?state=${state}&limit=500`,
  });
  return alerts.filter((one) => one.ruleId === ruleId).map(({ level, headline }) => `${level}: ${headline.zh}`);
}

const crowd = (i: number): Row => ({ id: `P${i}`, received: ago(i % 7), people: 2, link: 'surrender', closed: TODAY });
const ordinary: readonly Row[] = [
  ...Array.from({ length: 60 }, (_, i): Row => ({ id: `O${i}`, received: ago(40 + i), closed: ago(30), due: ago(25) })),
];

beforeAll(async () => {
  server = await startTestServer({}, `${TODAY}T02:00:00Z`);
  await bringIn([
    ...ordinary,
    { id: 'J5', received: ago(3), people: 8 },
    { id: 'J20', received: ago(2), people: 23, channel: 'visit' },
    { id: 'J20-phone', received: ago(2), people: 23 },
    { id: 'M1', received: ago(1), kind: 'media' },
    { id: 'R-late', received: ago(20), source: 'regulator', due: ago(2) },
    { id: 'R-soon', received: ago(14), source: 'regulator', due: addCalendarDays(TODAY, 1) },
    { id: 'R-later', received: ago(10), source: 'regulator', due: addCalendarDays(TODAY, 5) },
    { id: 'S-late', received: ago(20), due: ago(2) },
    ...[1, 2, 3].map((i): Row => ({ id: `A${i}`, received: ago(i * 5), agent: '10086', closed: TODAY })),
    ...Array.from({ length: 15 }, (_, i) => crowd(i)),
    ...Array.from({ length: 6 }, (_, i): Row => ({
      id: `D${i}`,
      received: ago(9),
      due: addCalendarDays(TODAY, 3),
      organisation: 'hq.sd.02',
    })),
  ]);
}, 120_000);
afterAll(() => server.stop());

describe('what is told whatever the statistics say', () => {
  it('a complaint of many people, and one of twenty face to face', async () => {
    expect((await open('joint-people-5')).sort()).toEqual(
      [
        expect.stringMatching(/^orange: 安徽.*投诉 J20 由 23 人共同提出，达到 5 人，尚未办结。/),
        expect.stringMatching(/^orange: 安徽.*投诉 J20-phone 由 23 人/),
        expect.stringMatching(/^orange: 安徽.*投诉 J5 由 8 人/),
      ].sort(),
    );
    expect(await open('joint-people-20')).toEqual([expect.stringMatching(/^red: .*投诉 J20 由 23 人/)]);
  });

  it('the media', async () =>
    expect(await open('media')).toEqual([expect.stringMatching(/^red: .*投诉 M1 由媒体提出/)]));

  it('thirty people of one place who demand surrender within a week', async () => {
    expect(await open('same-place-30')).toEqual([expect.stringMatching(/^red: .*近 7 天同一地点有 30 人（15 件）/)]);
  });

  it('forwarded cases with a day left or none, one by one; the company’s own are counted together', async () => {
    expect(await open('forwarded-due')).toEqual([
      expect.stringMatching(/^red: .*投诉 R-late 应于 11月24日办结，已逾期。/),
      expect.stringMatching(/^orange: .*投诉 R-soon 应于 11月27日办结，尚未办结。/),
    ]);
    // six of one organisation are due within three days, usually none; one late case of another is no backlog
    expect(await open('cases-due')).toEqual([
      expect.stringMatching(/^yellow: .*截至 11月26日，6 件未办结的投诉将在 3 天内到期，平时约 0 件。/),
    ]);
  });

  it('an agent with three complaints in a month, by a key and not by the code', async () => {
    const [warning] = await open('agent-repeated');
    expect(warning).toMatch(/^yellow: .*销售人员 [0-9a-f]{8} 近 30 天被投诉 3 件，平时约 0 件。/);
    expect(warning).not.toContain('10086');
  });
});

describe('afterwards', () => {
  it('nothing is told twice, not even after a restart of the search', async () => {
    const before = await open('forwarded-due', 'any');
    await bringIn([{ id: 'X1', received: ago(1), closed: TODAY }]);
    expect(await open('forwarded-due', 'any')).toEqual(before);
  });

  it('a case that runs out of time has one warning, whose level rises', async () => {
    server.clock.move(2 * 86_400_000);
    await server.pipeline.run();
    expect(await open('forwarded-due', 'any')).toEqual([
      expect.stringMatching(/^red: .*R-(late|soon)/),
      expect.stringMatching(/^red: .*R-(late|soon)/),
    ]);
  });

  it('what is closed is over, and says so', async () => {
    await bringIn([
      { id: 'R-late', received: ago(20), source: 'regulator', due: ago(2), closed: addCalendarDays(TODAY, 2) },
    ]);
    expect(await open('forwarded-due')).toEqual([expect.stringContaining('R-soon')]);
    const { alerts } = await server.json<ListAlertsReply>({ method: 'GET', url: '/api/v1/alerts?state=resolved' });
    const { id } = alerts.find(({ headline }) => headline.zh.includes('R-late'))!;
    const { events } = await server.json<{ events: object[] }>({ method: 'GET', url: `/api/v1/alerts/${id}` });
    expect(events.at(-1)).toMatchObject({
      kind: 'resolved',
      because: { zh: expect.stringMatching(/预警解除：.*办结或撤诉/) },
    });
  });

  it('days without data are no days that passed: they end nothing', async () => {
    server.clock.move(7 * 86_400_000);
    await server.pipeline.run();
    expect(await open('same-place-30')).toHaveLength(1);
  });

  it('a window that has passed ends what it held', async () => {
    await bringIn([{ id: 'X2', received: addCalendarDays(TODAY, 9), closed: addCalendarDays(TODAY, 9) }]);
    expect(await open('same-place-30')).toEqual([]);
  });

  it('a rule that is switched off takes its warnings along', async () => {
    await server.send({ method: 'PUT', url: '/api/v1/rules/media/enabled', payload: { enabled: false } });
    await server.pipeline.run();
    expect(await open('media')).toEqual([]);
  });
});

it('a warning below red waits for the hours of its rule, red does not', async () => {
  const hours = { weekdays: [1, 2, 3, 4, 5], from: '09:00', until: '18:00' };
  const rule = (id: string, level: string) => ({
    ...{ id, kind: 'trigger', label: { zh: id, en: id }, activeHours: hours, owner: '值班室' },
    trigger: { name: 'joint-people', people: 50, days: 30, level },
  });
  for (const [id, level] of [
    ['calm-crowd', 'orange'],
    ['red-crowd', 'red'],
  ] as const)
    await server.send({ method: 'PUT', url: `/api/v1/rules/${id}`, payload: { rule: rule(id, level) } });
  // Saturday 5 December, ten in the morning
  const saturday = addCalendarDays(TODAY, 9);
  await bringIn([{ id: 'C50', received: saturday, people: 60 }]);
  expect([await open('calm-crowd'), await open('red-crowd')]).toEqual([[], [expect.stringMatching(/^red: .*C50/)]]);
  server.clock.move(46 * 3_600_000); // Monday, eight
  await server.pipeline.run();
  expect(await open('calm-crowd')).toEqual([]);
  server.clock.move(3_600_000); // nine
  await server.pipeline.run();
  expect(await open('calm-crowd')).toEqual([expect.stringMatching(/^orange: .*C50/)]);
  const { alerts } = await server.json<ListAlertsReply>({ method: 'GET', url: '/api/v1/alerts?limit=500' });
  const { id } = alerts.find(({ ruleId }) => ruleId === 'calm-crowd')!;
  expect(await server.json({ method: 'GET', url: `/api/v1/alerts/${id}` })).toMatchObject({
    ...{ owner: '值班室', cases: { id: 'C50' }, series: [] },
  });
});
