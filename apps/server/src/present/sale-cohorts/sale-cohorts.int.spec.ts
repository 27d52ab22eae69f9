import type { GetSaleCohortsReply } from '@tocsin/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, startTestServer } from '../../testing/start-test-server.ts';
import { saleMonths } from './triangle.ts';

/** Two hundred complaints from May to 20 October 2026, each with its own sale day; every tenth without one. */
const rows = Array.from({ length: 200 }, (_, index) => {
  const month = 5 + (index % 6);
  const day = 1 + ((index * 7) % 20);
  const sold = month - (index % 4);
  return {
    id: `c${index}`,
    received: `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    sold: index % 10 === 9 ? '' : `2026-${String(sold).padStart(2, '0')}-01`,
    line: index % 3 === 0 ? 'life.annuity' : 'property.motor',
    age: index % 4,
  };
});
const countOf = (month: string, age: number, line = '') =>
  rows.filter((row) => row.sold.startsWith(month) && row.age === age && row.line.startsWith(line)).length;

let server: TestServer;
const csv = (url: string, lines: readonly string[]) =>
  server.json({
    ...{ method: 'POST', url, payload: `${lines.join('\n')}\n` },
    headers: { authorization: `Bearer ${server.localToken}`, 'content-type': 'text/csv' },
  });
const cohorts = (query = '') =>
  server.json<GetSaleCohortsReply>({
    url: `/api/v1/sale-cohorts?from=2026-10-01&until=2026-11-01&months=8${query}`,
  });

beforeAll(async () => {
  server = await startTestServer();
  await csv('/api/v1/imports?wait=true', [
    'complaint_id,received_at,source,region,organisation,line,sale_day',
    ...rows.map(({ id, received, sold, line }) => `${id},${received} 10:00:00,self,110000,A,${line},${sold}`),
  ]);
  await csv('/api/v1/exposures', ['month,region,organisation,line,policies', '2026-07,,,,50000']);
});
afterAll(() => server.stop());

describe('complaints by month of sale', () => {
  it('are what the raw rows say, month by month since the sale', async () => {
    const reply = await cohorts();
    expect(reply.cohorts.map(({ month }) => month)[0]).toBe('2026-03');
    expect(reply.cohorts.at(-1)?.month).toBe('2026-10');
    for (const { month, cells } of reply.cohorts) {
      for (const { age, cases } of cells) if (cases !== null) expect(cases).toBe(countOf(month, age));
    }
    const found = reply.cohorts.flatMap(({ cells }) => cells).reduce((sum, { cases }) => sum + (cases ?? 0), 0);
    expect(found).toBe(rows.filter(({ sold }) => sold >= '2026-03').length);
  });

  it('keep the filter', async () => {
    const { cohorts: ours } = await cohorts('&line=life');
    const july = ours.find(({ month }) => month === '2026-07');
    expect(july?.cells.map(({ cases }) => cases)).toEqual([0, 1, 2, 3].map((age) => countOf('2026-07', age, 'life')));
  });

  it('say which months still run, and which no data cover', async () => {
    const { until, cohorts: ours } = await cohorts();
    const last =
      rows
        .map(({ received }) => received)
        .sort()
        .at(-1) ?? '';
    expect(until > last && until <= '2026-11-01').toBe(true);
    for (const { cells } of ours) expect(cells.at(-1)?.mature).toBe(false);
    // complaints begin in May: of what was sold in March the first two months are unknown, and so is every sum
    const march = ours[0]?.cells ?? [];
    expect(march.slice(0, 3).map(({ cases }) => cases === null)).toEqual([true, true, false]);
    expect(march.every(({ total }) => total === null)).toBe(true);
  });

  it('come per ten thousand policies where these are known', async () => {
    const { cohorts: ours } = await cohorts();
    const july = ours.find(({ month }) => month === '2026-07');
    const all = [0, 1, 2, 3].reduce((sum, age) => sum + countOf('2026-07', age), 0);
    expect(july?.cells.at(-1)).toMatchObject({ total: all, per10k: (all * 1e4) / 50_000 });
    expect(ours.find(({ month }) => month === '2026-08')?.cells.every(({ per10k }) => per10k === null)).toBe(true);
  });
});

it('sale months end with the one before', () => {
  expect(saleMonths('2026-03-01', 2)).toEqual(['2026-01-01', '2026-02-01']);
  expect(saleMonths('2026-03-02', 2)).toEqual(['2026-02-01', '2026-03-01']);
});
