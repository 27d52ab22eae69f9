import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetAnnotations, GetBreakdown, GetMedians, ListReference } from '@tocsin/contracts';
import { type RunningServer, createServer } from '@tocsin/server';
import { createCompany } from '@tocsin/synthetic';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Connection, over } from '../connection.ts';
import { importCompany } from './company-import.ts';

const company = createCompany({ seed: 7, complaints: 3000, from: '2024-01-01', until: '2026-01-01' });
const YEARS = 'from=2024-01-01&until=2026-01-01';

let data = '';
let server: RunningServer;
let connection: Connection;
const get = async (path: string): Promise<unknown> => (await connection.fetch(path)).json();

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'tocsin-demo-'));
  server = await createServer({ dataDirectory: data, host: '127.0.0.1', port: 0, schedule: false }, { quiet: true });
  connection = over(server.url, server.localToken, () => Promise.resolve());
  await importCompany(company, connection);
});
afterAll(async () => {
  await server.stop();
  rmSync(data, { recursive: true, force: true });
});

/** Complaints of the centres of the province in which two merged, by centre. */
async function byCentre(tree: string) {
  const path = `${GetBreakdown.path}?${YEARS}&by=organisation&level=2&organisation=370000&tree=${tree}`;
  const { rows } = GetBreakdown.reply.parse(await get(path));
  return new Map(rows.map(({ code, value }) => [code, value ?? 0]));
}

it('every table that pages show has something to show', async () => {
  const { tables } = ListReference.reply.parse(await get(ListReference.path));
  const filled = tables.filter(({ rows }) => rows > 0).map(({ table }) => table);
  expect(filled).toEqual(
    expect.arrayContaining(['organisation', 'crosswalk', 'exposure', 'median', 'work', 'leading', 'calendar']),
  );
  const { medians } = GetMedians.reply.parse(await get(`${GetMedians.path}?${YEARS}&measure=per_100m_premium`));
  expect(medians).toHaveLength(16);
  const { annotations } = GetAnnotations.reply.parse(await get(`${GetAnnotations.path}?${YEARS}`));
  const kinds = annotations.map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['taxonomy-change', 'organisation-change', 'holiday']));
});

it('two centres merged: one as of today, two as it was at first; the province is the same', async () => {
  const [now, then] = [await byCentre('as-of'), await byCentre('as-was')];
  expect(now.has('370000.02')).toBe(false);
  expect(then.get('370000.02')).toBeGreaterThan(0);
  expect(now.get('370000.01')).toBeGreaterThan(then.get('370000.01') ?? 0);
  const total = (rows: Map<string, number>) => [...rows.values()].reduce((sum, value) => sum + value, 0);
  expect(total(now)).toBe(total(then));
});

it('recoded reasons are told in their new codes', async () => {
  const { rows } = GetBreakdown.reply.parse(await get(`${GetBreakdown.path}?${YEARS}&by=reason`));
  const codes = rows.map(({ code }) => code);
  expect(codes).toContain('sale.misleading');
  expect(codes).not.toContain('sale.exaggeration');
});
