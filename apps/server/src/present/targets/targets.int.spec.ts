import type { GetIndicatorsReply, GetTargetsReply } from '@tocsin/contracts';
import { addCalendarDays, daysBetween } from '@tocsin/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PlainRow, canonicalCsv } from '../../testing/plain-rows.ts';
import { type TestServer, startTestServer } from '../../testing/start-test-server.ts';

const FIRST = '2024-07-01';
const LAST = '2026-10-31';

/** Three a day, four on every fifth day; every second one in A; two thirds closed within three days. */
const rows: PlainRow[] = Array.from({ length: daysBetween(FIRST, LAST) + 1 }, (_, index) => {
  const day = addCalendarDays(FIRST, index);
  return Array.from({ length: index % 5 === 0 ? 4 : 3 }, (__, number): PlainRow => ({
    complaint_id: `c${index}-${number}`,
    ...{ day, source: number === 0 ? 'regulator' : 'self', region: '110000', line: 'life.annuity' },
    organisation: number % 2 === 0 ? 'A' : 'B',
    closed: number === 1 ? undefined : addCalendarDays(day, 3),
    due_on: addCalendarDays(day, 10),
  }));
}).flat();
const countOf = (from: string, until: string, test: (row: PlainRow) => boolean = () => true) =>
  rows.filter((row) => row.day >= from && row.day < until && test(row)).length;

let server: TestServer;
const csv = (url: string, payload: string) =>
  server.json({
    ...{ method: 'POST', url, payload },
    headers: { authorization: `Bearer ${server.localToken}`, 'content-type': 'text/csv' },
  });
const targets = (query = '') => server.json<GetTargetsReply>({ url: `/api/v1/targets?year=2026${query}` });

beforeAll(async () => {
  server = await startTestServer();
  await csv('/api/v1/imports?wait=true', canonicalCsv(rows));
  await csv(
    '/api/v1/reference/target',
    [
      'year,measure,basis,organisation,region,value',
      '2026,complaints,company,,,1000',
      '2026,时效内办结率,company,,,95',
      '2026,complaints,company,A,,600',
      '2025,complaints,company,,,1200',
    ].join('\n'),
  );
});
afterAll(() => server.stop());

describe('targets', () => {
  it('are there for the whole, with what has come, the time that is over, and last year by the same day', async () => {
    const reply = await targets();
    expect(reply).toMatchObject({ year: 2026, from: '2026-01-01', until: '2026-11-01' });
    expect(reply.timeShare).toBeCloseTo(304 / 365, 12);
    const [complaints] = reply.targets;
    const actual = countOf('2026-01-01', '2026-11-01');
    expect(complaints).toMatchObject({ measure: 'complaints', target: 1000, actual, used: actual / 1000 });
    const share = countOf('2025-01-01', '2025-11-01') / countOf('2025-01-01', '2026-01-01');
    expect(complaints?.seasonalShare).toBeCloseTo(share, 12);
  });

  it('are forecast to the end of the year, for numbers of cases only', async () => {
    const [complaints, onTime] = (await targets()).targets;
    const { expected = 0, likely, wide, chanceAbove } = complaints?.forecast ?? {};
    // 3.2 a day for the 61 days that are left
    expect(expected - (complaints?.actual ?? 0)).toBeGreaterThan(0.9 * 61 * 3.2);
    expect(expected - (complaints?.actual ?? 0)).toBeLessThan(1.1 * 61 * 3.2);
    expect(likely?.lower).toBeGreaterThan(wide?.lower ?? Infinity);
    expect(likely?.upper).toBeLessThan(wide?.upper ?? 0);
    expect(chanceAbove).toBeGreaterThan(0.99);
    expect(onTime).toMatchObject({
      measure: 'on_time_closure',
      used: null,
      forecast: null,
      missing: { en: 'Only numbers of cases are forecast' },
    });
  });

  it('are the same figures as everywhere else', async () => {
    const { indicators } = await server.json<GetIndicatorsReply>({
      url: '/api/v1/indicators?from=2026-01-01&until=2026-11-01&measure=complaints,on_time_closure',
    });
    const { targets: told } = await targets();
    expect(told.map(({ actual }) => actual)).toEqual(indicators.map(({ value }) => value));
  });

  it('count for their own slice, and are none where none were entered', async () => {
    const [own, ...others] = (await targets('&organisation=A')).targets;
    expect(others).toEqual([]);
    expect(own).toMatchObject({
      organisation: 'A',
      target: 600,
      actual: countOf('2026-01-01', '2026-11-01', ({ organisation }) => organisation === 'A'),
    });
    expect((await targets('&region=440000')).targets).toEqual([]);
  });

  it('of a year that is over are its count', async () => {
    const reply = await server.json<GetTargetsReply>({ url: '/api/v1/targets?year=2025' });
    const all = countOf('2025-01-01', '2026-01-01');
    expect(reply.targets[0]).toMatchObject({
      actual: all,
      forecast: { expected: all, chanceAbove: all > 1200 ? 1 : 0 },
    });
    expect(reply.timeShare).toBe(1);
  });
});
