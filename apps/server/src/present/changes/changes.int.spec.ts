import { addCalendarDays } from '@tocsin/calendar';
import { GetChanges, type GetChangesReply, type GetExcessReply, type GetExpectationReply } from '@tocsin/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { wholeCompany } from '@tocsin/warehouse';
import { Refusal } from '../../refusal.ts';
import { type PlainRow, canonicalCsv } from '../../testing/plain-rows.ts';
import { type TestServer, startTestServer } from '../../testing/start-test-server.ts';
import { ChangesService } from './changes.service.ts';

const FIRST = '2024-09-02';
const REGIONS = ['110000', '340000', '370000', '440300'];
const LINES = ['property.motor', 'life.annuity', 'life.medical'];

/** Two or three complaints a day in each of four regions for two years; in October three times as many in one. */
function rowsUntil(until: string, burst: boolean): PlainRow[] {
  const rows: PlainRow[] = [];
  for (let index = 0; addCalendarDays(FIRST, index) < until; index += 1) {
    const day = addCalendarDays(FIRST, index);
    for (const [place, region] of REGIONS.entries()) {
      const usual = 2 + ((index * 7 + place * 3) % 2);
      const more = burst && region === '340000' && day >= '2026-10-01' && day < '2026-11-01' ? 5 : 0;
      for (let n = 0; n < usual + more; n += 1)
        rows.push({
          ...{ complaint_id: `${day}-${region}-${n}`, day, region, source: 'self', organisation: region },
          line: LINES[(index + n) % 3] ?? '',
        });
    }
  }
  return rows;
}

let server: TestServer;
const rows = rowsUntil('2026-11-20', true);
const get = async <T>(path: string) => server.json<T>({ url: `/api/v1/${path}` });

beforeAll(async () => {
  server = await startTestServer();
  await server.json({
    method: 'POST',
    url: '/api/v1/imports?wait=true',
    headers: { authorization: `Bearer ${server.localToken}`, 'content-type': 'text/csv' },
    payload: canonicalCsv(rows),
  });
}, 240_000);
afterAll(() => server.stop());

const OCTOBER = 'from=2026-10-01&until=2026-11-01';
const countOf = (from: string, until: string, region?: string) =>
  rows.filter((row) => row.day >= from && row.day < until && (region === undefined || row.region === region)).length;

it('takes turns: who has left before their turn is not searched for, and all others are', async () => {
  const changes = server.app.get(ChangesService);
  const month = (from: string, until: string) => GetChanges.query.parse({ from, until });
  const stays = new AbortController();
  const gone = new AbortController();
  const waiting = [month('2026-05-01', '2026-06-01'), month('2026-06-01', '2026-07-01')].map((filter) =>
    changes.read(filter, wholeCompany, stays.signal),
  );
  const left = changes.read(month('2026-07-01', '2026-08-01'), wholeCompany, gone.signal);
  gone.abort();
  await expect(left).rejects.toThrow(Refusal);
  for (const { looked } of await Promise.all(waiting)) expect(looked).toBeGreaterThan(10);
});

it('is broken off when everybody who waited has left, and goes on while one of them is there', async () => {
  const changes = server.app.get(ChangesService);
  const filter = GetChanges.query.parse({ from: '2026-09-01', until: '2026-10-01' });
  const [first, second] = [new AbortController(), new AbortController()];
  const alone = changes.read(filter, wholeCompany, first.signal);
  first.abort();
  await expect(alone).rejects.toThrow(Refusal);
  const left = expect(changes.read(filter, wholeCompany, AbortSignal.abort())).rejects.toThrow(Refusal);
  const stays = changes.read(filter, wholeCompany, second.signal);
  expect((await stays).looked).toBeGreaterThan(10);
  second.abort();
  await left;
  const answered = await changes.read(filter, wholeCompany, new AbortController().signal);
  expect(answered).toEqual(await stays);
});

it('the one region that rose is the one change, however it is cut', async () => {
  const reply = await get<GetChangesReply>(`changes?${OCTOBER}`);
  expect(reply.changes).toHaveLength(1);
  const [change] = reply.changes;
  expect(Object.values(change?.slice ?? {})).toContain('340000');
  expect(change?.observed).toBe(countOf('2026-10-01', '2026-11-01', '340000'));
  expect(change?.expected).toBeGreaterThan(70);
  expect(change?.expected).toBeLessThan(86);
  expect(change?.rarity.zh).toBe('一百年也难偶然出现一次');
  expect(reply.looked).toBeGreaterThan(10);
  expect((await get<GetChangesReply>(`changes?${OCTOBER}`)).changes).toEqual(reply.changes);
});

it('nothing is unusual in a month like the others', async () => {
  const reply = await get<GetChangesReply>('changes?from=2026-09-01&until=2026-10-01');
  expect(reply).toMatchObject({ changes: [], note: null });
  expect(reply.looked).toBeGreaterThan(10);
});

it('nothing can be said in the first year', async () => {
  const reply = await get<GetChangesReply>('changes?from=2025-03-01&until=2025-04-01');
  expect(reply.changes).toEqual([]);
  expect(reply.note?.zh).toContain('不足一年');
});

it('the band holds quiet weeks, and of the running one only the days that are over', async () => {
  const { points } = await get<GetExpectationReply>('expectation?from=2026-08-31&until=2026-09-28&by=week');
  expect(points).toHaveLength(4);
  for (const { at, expected, lower, upper } of points) {
    const count = countOf(at, addCalendarDays(at, 7));
    expect(expected).toBeGreaterThan(60);
    expect(count).toBeGreaterThanOrEqual(lower ?? Infinity);
    expect(count).toBeLessThanOrEqual(upper ?? 0);
  }
  const running = await get<GetExpectationReply>('expectation?from=2026-11-16&until=2026-11-23&by=week');
  // Monday to Saturday: today is Sunday the 22nd
  expect(running.points[0]?.expected).toBeLessThan((points[0]?.expected ?? 0) * 0.97);
  const early = await get<GetExpectationReply>('expectation?from=2024-09-02&until=2024-09-16&by=week');
  expect(early.points.map(({ expected }) => expected)).toEqual([null, null]);
});

it('the excess of a region is what came beyond what was to be expected', async () => {
  const { rows: found } = await get<GetExcessReply>(`excess?${OCTOBER}&by=region`);
  expect(found.map(({ code }) => code)[0]).toBe('340000');
  for (const { code, observed, chance } of found) {
    expect(observed).toBe(countOf('2026-10-01', '2026-11-01', code));
    if (code !== '340000') expect(chance).toBeGreaterThan(0.01);
  }
  expect(found[0]?.chance).toBeLessThan(1e-6);
});
