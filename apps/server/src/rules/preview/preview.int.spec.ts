import { addCalendarDays, weekday } from '@tocsin/calendar';
import type { PreviewRuleReply } from '@tocsin/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PlainRow, canonicalCsv } from '../../testing/plain-rows.ts';
import { type TestServer, startTestServer } from '../../testing/start-test-server.ts';

const FIRST = '2026-06-01'; // a Monday
const TODAY = '2026-11-22';
const STORM = '2026-11-10'; // a Tuesday

/** Two complaints on every workday, and forty more from Anhui on one. */
function* rows(): Generator<PlainRow> {
  let number = 0;
  const one = (day: string): PlainRow => ({
    ...{ complaint_id: `c${(number += 1)}`, day, source: 'self', region: '340000' },
    ...{ organisation: 'hq.ah', line: 'property.motor' },
  });
  for (let day = FIRST; day < TODAY; day = addCalendarDays(day, 1)) {
    if (weekday(day) <= 5) yield* [one(day), one(day)];
    if (day === STORM) for (let i = 0; i < 40; i += 1) yield one(day);
  }
}

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({}, `${TODAY}T08:00:00Z`);
  await server.send({
    method: 'POST',
    url: '/api/v1/imports?wait=true',
    payload: canonicalCsv([...rows()]),
    headers: { authorization: `Bearer ${server.localToken}`, 'content-type': 'text/csv' },
  });
  await server.pipeline.run();
}, 60_000);
afterAll(() => server.stop());

const preview = (more: object, asked: object = {}) =>
  server.json<PreviewRuleReply>({
    method: 'POST',
    url: '/api/v1/rules/preview',
    payload: {
      rule: {
        ...{ id: 'tried', label: { zh: '试', en: 'Tried' }, measure: 'complaints', grain: 'day' },
        ...{ split: [{ dimension: 'region' }], detector: { name: 'threshold', atLeast: 20, level: 'orange' } },
        ...more,
      },
      ...asked,
    },
  });

it('shows the real days with what a draft would have said of them', async () => {
  const found = await preview({}, { periods: 30 });
  expect(found).toMatchObject({ from: '2026-10-24', until: '2026-11-23', total: 1, note: null });
  expect(found.firings).toEqual({ total: 1, perWeek: 0.233, byLevel: { blue: 0, yellow: 0, orange: 1, red: 0 } });
  const [series] = found.series;
  expect(series).toMatchObject({ key: 'region=340000', label: { zh: '安徽' }, firings: 1 });
  expect(series!.points.find(({ at }) => at === STORM)).toMatchObject({
    observed: 42,
    level: 'orange',
    complete: true,
  });
  expect(series!.points.find(({ at }) => at === '2026-11-11')).toMatchObject({ observed: 2, level: '' });
});

it('follows the draft: a higher threshold fires no more, a method of chance says how often it errs', async () => {
  expect((await preview({ detector: { name: 'threshold', atLeast: 60, level: 'red' } })).firings.total).toBe(0);
  const ears = await preview({ detector: { name: 'ears-c2', alpha: 0.001 } }, { periods: 30 });
  expect(ears.firings.total).toBe(1);
  expect(ears.expectedFalsePerWeek).toBe(0.007); // one series × .001 × 7 days
});

it('of a trigger is what it would tell now', async () => {
  const trigger = { name: 'repeated-subject', subject: 'outlet', cases: 2, timesUsual: 0, level: 'orange' };
  const draft = { id: 'tried', label: { zh: '试', en: 'Tried' }, kind: 'trigger', trigger };
  const asked = { method: 'POST', url: '/api/v1/rules/preview', payload: { rule: draft } } as const;
  expect(await server.json(asked)).toMatchObject({ fired: [], firings: { total: 0 }, note: null });
  const place = { ...draft, trigger: { name: 'same-place-surrender', people: 40, days: 30, place: 'region' } };
  const found = await server.json<PreviewRuleReply>({ ...asked, payload: { rule: place } });
  expect(found.firings).toMatchObject({ total: 1, byLevel: { red: 1 } });
  expect(found.fired).toMatchObject([
    { key: 'region=340000', level: 'red', text: { zh: expect.stringMatching(/近 30 天同一地点有 \d+ 人/) as string } },
  ]);
});

it('of a leading series reads the company’s own counts, whose days end where they end', async () => {
  const days = Array.from({ length: 60 }, (_, i) => addCalendarDays('2026-09-20', i)); // up to 18 November
  const csv = [
    'day,series,region,line,count',
    ...days.map((day, i) => `${day},claim-reports,340000,property.motor,${i === 50 ? 90 : 9 + (i % 3)}`),
  ];
  const headers = { authorization: `Bearer ${server.localToken}`, 'content-type': 'text/csv' };
  await server.send({ method: 'POST', url: '/api/v1/reference/leading', headers, payload: csv.join('\n') });
  const found = await preview({ measure: 'leading:claim-reports', detector: { name: 'ears-c2' } }, { periods: 30 });
  expect(found.firings.total).toBe(1);
  const { points } = found.series[0]!;
  expect(points.find(({ at }) => at === '2026-11-09')).toMatchObject({ observed: 90, verdict: 'excess' });
  expect(points.find(({ at }) => at === '2026-11-20')).toMatchObject({ observed: null, verdict: 'no-data' });
});

it('says where nothing can be tried', async () => {
  expect((await preview({ minCount: 5000 })).note?.zh).toMatch(/最少件数/);
});

it('once kept, the same draft opens the warning that was foretold, and tells what it costs', async () => {
  const { id, ...rest } = { id: 'storms', label: { zh: '风暴', en: 'Storms' } };
  const rule = {
    ...{ id, ...rest, measure: 'complaints', grain: 'day', split: [{ dimension: 'region' }] },
    detector: { name: 'ears-c2', alpha: 0.001 },
  };
  await server.send({ method: 'PUT', url: `/api/v1/rules/${id}`, payload: { rule } });
  await server.pipeline.run();
  expect(await server.json({ method: 'GET', url: `/api/v1/rules/${id}` })).toMatchObject({
    expectedFalsePerWeek: 0.007,
  });
  const { alerts } = await server.json<{ alerts: { ruleId: string }[] }>({
    method: 'GET',
    url: '/api/v1/alerts?state=any',
  });
  expect(alerts.map(({ ruleId }) => ruleId)).toContain(id);
});
