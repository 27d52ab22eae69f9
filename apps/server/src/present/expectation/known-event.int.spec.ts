import { addCalendarDays } from '@tocsin/calendar';
import type { GetExpectationReply, GetFreshnessReply } from '@tocsin/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, startTestServer } from '../../testing/start-test-server.ts';

let server: TestServer;
let yesterday: string;
const before = (days: number) => addCalendarDays(yesterday, -days);
/** Days `STORM.from ≤ age > STORM.until` before yesterday had forty cases, all others ten. */
const STORM = { from: 120, until: 60 };

const expectedOf = async (query = ''): Promise<number> => {
  const period = `from=${yesterday}&until=${addCalendarDays(yesterday, 1)}`;
  const { points } = await server.json<GetExpectationReply>({ url: `/api/v1/expectation?by=day&${period}${query}` });
  return points[0]?.expected ?? NaN;
};
const send = (method: 'POST' | 'PUT', url: string, type: string, payload: string) =>
  server.json({
    ...{ method, url, payload },
    headers: { authorization: `Bearer ${server.localToken}`, 'content-type': type },
  });

beforeAll(async () => {
  server = await startTestServer();
  const { today } = await server.json<GetFreshnessReply>({ url: '/api/v1/freshness' });
  yesterday = addCalendarDays(today, -1);
  const lines = Array.from({ length: 500 }, (_, age) => {
    const cases = age <= STORM.from && age > STORM.until ? 40 : 10;
    return Array.from(
      { length: cases },
      (_, i) => `c${age}-${i},${before(age)} 10:00:00,self,${i % 2 === 0 ? '350000' : '110000'}`,
    );
  }).flat();
  const csv = `${['complaint_id,received_at,source,region', ...lines].join('\n')}\n`;
  await send('POST', '/api/v1/imports?wait=true', 'text/csv', csv);
});
afterAll(() => server.stop());

describe('the expectation of a chart', () => {
  it('learns nothing from an incident once it is told of, in the series that it concerns', async () => {
    const [fujian, beijing] = ['&region=350000', '&region=110000'];
    const [withStorm, elsewhere] = [await expectedOf(fujian), await expectedOf(beijing)];
    expect(Math.abs(withStorm - 5)).toBeGreaterThan(0.3);
    const incident = {
      ...{ id: 'storm', label: { zh: '暴雨', en: 'Storm' }, slice: { region: '350000' } },
      ...{ from: before(STORM.from), until: before(STORM.until) },
    };
    await send('PUT', '/api/v1/incidents', 'application/json', JSON.stringify({ incidents: [incident] }));
    expect(await expectedOf(fujian)).toBeCloseTo(5, 1);
    expect(await expectedOf(beijing)).toBe(elsewhere);
  });

  it('learns nothing from days that the calendar calls a known event, in any series', async () => {
    const days = Array.from({ length: STORM.from - STORM.until }, (_, i) => `${before(STORM.from - i)},event,暴雨`);
    await send('POST', '/api/v1/reference/calendar', 'text/csv', ['day,kind,name', ...days, ''].join('\n'));
    expect(await expectedOf()).toBeCloseTo(10, 1);
  });
});
