import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportInput, ExportJob, GetSeriesReply } from '@tocsin/contracts';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalCsv, type PlainRow } from '../../testing/plain-rows.ts';
import { type TestServer, startTestServer } from '../../testing/start-test-server.ts';

/** Most in October, the others in September beside them. */
const rows: PlainRow[] = Array.from({ length: 150 }, (_, index) => ({
  complaint_id: `c${index}`,
  day: `2026-${index < 120 ? '10' : '09'}-${String(1 + ((index * 7) % 28)).padStart(2, '0')}`,
  source: 'self',
  region: '110000',
  organisation: index % 3 === 0 ? 'B11' : 'B44',
  line: index % 2 === 0 ? 'life' : 'property.motor',
}));
const query = 'from=2026-10-01&until=2026-11-01&by=day&split=line&compare=period';
const october = rows.filter(({ day }) => day.startsWith('2026-10'));

let server: TestServer;
let north: string;
beforeAll(async () => {
  server = await startTestServer();
  const headers = { authorization: `Bearer ${server.localToken}`, 'content-type': 'text/csv' };
  await server.json({ method: 'POST', url: '/api/v1/imports?wait=true', headers, payload: canonicalCsv(rows) });
  const payload = { label: 'north', role: 'analyst', organisations: ['B11'] };
  north = (await server.json<{ key: string }>({ method: 'POST', url: '/api/v1/keys', payload })).key;
});
afterAll(() => server.stop());

const as = (key?: string) => (key === undefined ? {} : { authorization: `Bearer ${key}` });
const ask = (input: Partial<ExportInput>, key?: string) =>
  server.send({
    ...{ method: 'POST', url: '/api/v1/exports', headers: as(key) },
    payload: { kind: 'series', query, format: 'xlsx', ...input },
  });
async function done(id: string, key?: string): Promise<ExportJob> {
  for (;;) {
    const job = await server.json<ExportJob>({ url: `/api/v1/exports/${id}`, headers: as(key) });
    if (job.state === 'done' || job.state === 'failed') return job;
    await new Promise((later) => setTimeout(later, 20));
  }
}
const fetched = (id: string, key?: string) =>
  server.app.inject({ url: `/api/v1/exports/${id}/file`, headers: { ...as(key ?? server.localToken) } });
async function sheetOf(bytes: Buffer): Promise<unknown[][]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  return ((workbook.worksheets[0]?.getSheetValues() ?? []) as unknown[][]).slice(1).map((row) => row.slice(1));
}
const pointsOf = async (key?: string) =>
  (await server.json<GetSeriesReply>({ url: `/api/v1/series?${query}`, headers: as(key) })).points;

const asPoint = ([at, split, value, compared, complete]: unknown[]) => ({
  ...{ at, split, complete },
  ...{ value: value ?? null, compared: compared ?? null },
});

describe('a workbook', () => {
  it('from the endpoint holds the figures of its JSON', async () => {
    const accept = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const headers = { ...as(server.localToken), accept };
    const reply = await server.app.inject({ url: `/api/v1/series?${query}`, headers });
    expect(reply.headers['content-type']).toBe(accept);
    const [head, ...body] = await sheetOf(reply.rawPayload);
    expect(head).toEqual(['at', 'split', 'value', 'compared', 'complete']);
    expect(body.map(asPoint)).toEqual(await pointsOf());
  });
});

describe('an export', () => {
  it('is answered at once, written in the background, and holds the same figures', async () => {
    const reply = await ask({});
    expect(reply.statusCode).toBe(202);
    const { id } = JSON.parse(reply.body) as ExportJob;
    const job = await done(id);
    const points = await pointsOf();
    expect(job).toMatchObject({ state: 'done', rows: points.length, trouble: null });
    const file = await fetched(id);
    expect(file.rawPayload.byteLength).toBe(job.bytes);
    expect((await sheetOf(file.rawPayload)).slice(1).map(asPoint)).toEqual(points);
    expect(points.some(({ compared }) => compared !== null && compared > 0)).toBe(true);
  });

  it('as CSV begins so that spreadsheets read Chinese', async () => {
    const { id } = JSON.parse((await ask({ format: 'csv' })).body) as ExportJob;
    await done(id);
    const { body, headers } = await fetched(id);
    expect(body.startsWith('\uFEFFat,split,value')).toBe(true);
    expect(headers['content-disposition']).toContain('tocsin-series-2026-11-22.csv');
    expect(body.trim().split('\n')).toHaveLength((await pointsOf()).length + 1);
  });

  it('shows what its asker could see, and is nobody else’s', async () => {
    const { id } = JSON.parse((await ask({ format: 'csv' }, north)).body) as ExportJob;
    await done(id, north);
    const sum = (await fetched(id, north)).body
      .trim()
      .split('\n')
      .slice(1)
      .reduce((total, line) => total + Number(line.split(',')[2]), 0);
    expect(sum).toBe(october.filter(({ organisation }) => organisation === 'B11').length);
    expect((await fetched(id)).statusCode).toBe(404);
    expect((await server.send({ method: 'DELETE', url: `/api/v1/exports/${id}` })).statusCode).toBe(404);
    expect(
      (await server.json<{ exports: ExportJob[] }>({ url: '/api/v1/exports' })).exports.map((job) => job.id),
    ).not.toContain(id);
  });

  it('of cases is the whole list, whatever the page', async () => {
    const period = 'from=2026-10-01&until=2026-11-01&basis=company';
    const asked = { kind: 'cases', query: `${period}&order=oldest&limit=5`, format: 'csv' } as const;
    for (const [key, count] of [
      [undefined, october.length],
      [north, october.filter(({ organisation }) => organisation === 'B11').length],
    ] as const) {
      const { id } = JSON.parse((await ask(asked, key)).body) as ExportJob;
      expect(await done(id, key)).toMatchObject({ state: 'done', rows: count });
      const [head = '', ...lines] = (await fetched(id, key)).body.trim().split('\r\n');
      expect(head.split(',').slice(0, 2)).toEqual(['id', 'receivedAt']);
      expect(lines).toHaveLength(count);
      expect(new Set(lines.map((line) => line.split(',')[0])).size).toBe(count);
    }
  });

  it('with a wrong query is refused, as its endpoint would', async () => {
    const replies = await Promise.all([
      ask({ query: 'from=2026-02-30&until=2026-03-01' }),
      ask({ query: 'from=2026-03-02&until=2026-03-01' }),
      ask({ kind: 'secrets' as 'series' }),
    ]);
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([400, 400, 400]);
  });

  it('is removed when asked for, and when its time is over', async () => {
    const first = JSON.parse((await ask({})).body) as ExportJob;
    await done(first.id);
    const folder = (id: string) => join(server.config.dataDirectory, 'exports', id);
    expect(existsSync(folder(first.id))).toBe(true);
    expect((await server.send({ method: 'DELETE', url: `/api/v1/exports/${first.id}` })).statusCode).toBe(204);
    expect(existsSync(folder(first.id))).toBe(false);

    const second = JSON.parse((await ask({})).body) as ExportJob;
    await done(second.id);
    server.clock.move(8 * 86_400_000);
    expect((await fetched(second.id)).statusCode).toBe(404);
    const { exports } = await server.json<{ exports: ExportJob[] }>({ url: '/api/v1/exports' });
    expect(exports.map(({ id }) => id)).not.toContain(second.id);
    expect(existsSync(folder(second.id))).toBe(false);
  });
});
