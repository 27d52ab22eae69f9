import { addCalendarDays } from '@tocsin/calendar';
import { type Warehouse, dayCountsBySlice, rolledMonths, wholeCompany } from '@tocsin/warehouse';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type PlainRow, canonicalCsv } from '../testing/plain-rows.ts';
import { type TestServer, startTestServer } from '../testing/start-test-server.ts';
import { WAREHOUSE } from '../tokens.ts';
import { type CountsQuestion, KeptCounts } from './kept-counts.ts';
import type { SliceCounts } from './slice-columns.ts';

const question: CountsQuestion = {
  ...{ sum: 'complaints', basis: 'company', where: {}, split: [{ dimension: 'region' }, { dimension: 'line' }] },
  ...{ from: '2026-01-20', until: '2026-03-05' },
};

let server: TestServer;
let warehouse: Warehouse;
/** Streams that were asked for. */
let asked = 0;
let counting: Warehouse;

const send = (rows: readonly PlainRow[]) =>
  server.json({
    ...{ method: 'POST', url: '/api/v1/imports?wait=true', payload: canonicalCsv(rows) },
    headers: { authorization: `Bearer ${server.localToken}`, 'content-type': 'text/csv' },
  });
const one = (id: string, day: string, region: string): PlainRow => ({
  ...{ complaint_id: id, day, region, source: 'self', organisation: 'A', line: 'life.annuity' },
});
const marks = async () =>
  new Map((await warehouse.rows(rolledMonths())).map(({ month, mark }) => [month, mark] as const));
const asLists = (rows: readonly (SliceCounts | undefined)[]) =>
  rows.map((row) => row && { codes: row.codes, days: [...row.days], counts: [...row.counts] });
const total = (row: SliceCounts | undefined) => [...(row?.counts ?? [NaN])].reduce((sum, count) => sum + count, 0);
const ofNow = (asking: CountsQuestion) => warehouse.rows(dayCountsBySlice({ ...asking, scope: wholeCompany }));

beforeAll(async () => {
  server = await startTestServer();
  warehouse = server.app.get<Warehouse>(WAREHOUSE);
  counting = new Proxy(warehouse, {
    get(target, name) {
      if (name === 'stream') asked += 1;
      const found: unknown = Reflect.get(target, name, target);
      return typeof found === 'function' ? (found.bind(target) as unknown) : found;
    },
  });
  const days = Array.from({ length: 80 }, (_, i) => addCalendarDays('2026-01-01', i));
  await send(
    days.flatMap((day, i) => [one(`a${i}`, day, '340000'), ...(i % 3 === 0 ? [one(`b${i}`, day, '110000')] : [])]),
  );
});
afterAll(() => server.stop());
beforeEach(() => (asked = 0));

it('are those of the cubes, and read once as long as the marks of their months stay', async () => {
  const counts = new KeptCounts(counting);
  counts.asOf(await marks());
  const read = await counts.read(question);
  expect(asLists(read)).toEqual(await ofNow(question));
  expect(read.map(({ codes }) => codes)).toEqual([
    ['110000', 'life.annuity'],
    ['340000', 'life.annuity'],
  ]);
  // 20 January … 4 March
  expect([read[1]?.days.length, read[1]?.days[0], read[1]?.days.at(-1)]).toEqual([44, 0, 43]);
  expect(await counts.read(question)).toEqual(read);
  expect(asked).toBe(1);
});

it('are read again where a month has changed, and rows without another count stay the same objects', async () => {
  const counts = new KeptCounts(counting);
  counts.asOf(await marks());
  const [beijing, anhui] = await counts.read(question);
  await send([one('late', '2026-03-02', '110000')]);
  counts.asOf(await marks());
  const [now, same] = await counts.read(question);
  expect(total(now)).toBe(1 + total(beijing));
  expect(same).toBe(anhui);
  expect(asLists([now, same])).toEqual(await ofNow(question));
  const further = { ...question, from: '2026-01-01' };
  expect(asLists(await counts.read(further))).toEqual(await ofNow(further));
  // January was there whole; nothing but March was read a second time
  expect(asked).toBe(2);
});

it('of another question are not mixed up', async () => {
  const counts = new KeptCounts(counting);
  counts.asOf(await marks());
  await counts.read(question);
  expect(await counts.read({ ...question, basis: 'regulator' })).toEqual([]);
  expect(asked).toBe(2);
});
