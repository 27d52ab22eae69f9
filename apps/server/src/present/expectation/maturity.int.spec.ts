import { addCalendarDays } from '@tocsin/calendar';
import type { GetExpectationReply, GetFreshnessReply } from '@tocsin/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, startTestServer } from '../../testing/start-test-server.ts';

let server: TestServer;
let yesterday: string;
const points = async (query: string) =>
  (await server.json<GetExpectationReply>({ url: `/api/v1/expectation?by=day&${query}` })).points;

/** Ten a day for five months; half arrive on their day, half on the next. What would arrive today has not come yet. */
beforeAll(async () => {
  server = await startTestServer();
  const { today } = await server.json<GetFreshnessReply>({ url: '/api/v1/freshness' });
  yesterday = addCalendarDays(today, -1);
  const lines = Array.from({ length: 150 * 10 }, (_, index) => {
    const age = Math.floor(index / 10);
    const day = addCalendarDays(yesterday, -age);
    const arrived = addCalendarDays(day, index % 2);
    return arrived > yesterday ? [] : [`c${index},${day} 10:00:00,${arrived} 18:00:00,self,110000,A,life.annuity`];
  }).flat();
  await server.json({
    ...{ method: 'POST', url: '/api/v1/imports?wait=true' },
    headers: { authorization: `Bearer ${server.localToken}`, 'content-type': 'text/csv' },
    payload: `${['complaint_id,received_at,arrived_at,source,region,organisation,line', ...lines].join('\n')}\n`,
  });
});
afterAll(() => server.stop());

describe('days that still come in', () => {
  it('say which share has arrived, and what they will have in the end', async () => {
    const from = addCalendarDays(yesterday, -3);
    const found = await points(`from=${from}&until=${addCalendarDays(yesterday, 1)}`);
    expect(found.map(({ maturity }) => maturity)).toEqual([1, 1, 1, expect.closeTo(0.5, 2)]);
    expect(found.slice(0, 3).map(({ nowcast }) => nowcast)).toEqual([null, null, null]);
    expect(found[3]?.nowcast?.expected).toBeCloseTo(10, 0);
    expect(found[3]?.nowcast?.lower).toBeGreaterThanOrEqual(5);
    expect(found[3]?.nowcast?.upper).toBeGreaterThan(10);
  });

  it('are told of complaints only: other counts have other delays', async () => {
    const [day] = await points(`from=${yesterday}&until=${addCalendarDays(yesterday, 1)}&measure=overdue`);
    expect(day).toMatchObject({ maturity: null, nowcast: null });
  });
});
