import { gzipSync } from 'node:zlib';
import { GetRejectedRows, Import, ListImportRows, ListImports } from '@tocsin/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { type TestServer, startTestServer } from '../../testing/start-test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

type Rows = z.infer<typeof ListImportRows.reply>['rows'];

const csv = (...rows: string[]) =>
  ['complaint_id,received_at,source,complainant_phone,narrative', ...rows, ''].join('\n');

const post = (payload: string | Buffer, query = '', headers: Record<string, string> = {}) =>
  server.json<Import>({
    method: 'POST',
    url: `/api/v1/imports${query}`,
    headers: { 'content-type': 'text/csv', ...headers },
    payload,
  });

describe('POST /api/v1/imports', () => {
  it('answers 202 with the import, and in the end its counts', async () => {
    const reply = await server.send({
      method: 'POST',
      url: '/api/v1/imports?name=january.csv',
      headers: { 'content-type': 'text/csv; charset=utf-8' },
      payload: csv('1,2026-01-02,self,,'),
    });
    expect(reply.statusCode).toBe(202);
    const { id, state, name } = Import.parse(JSON.parse(reply.body));
    expect({ state, name }).toEqual({ state: 'received', name: 'january.csv' });
    await server.pipeline.run();
    const done = await server.json<Import>({ method: 'GET', url: `/api/v1/imports/${id}` });
    expect(done).toMatchObject({ state: 'done', read: 1, accepted: 1, added: 1 });
  });

  it('waits until the rows are in every figure when asked to', async () => {
    const record = await post(gzipSync(csv('2,2026-01-03,self,,', '3,2026-01-03,regulator,,')), '?wait=true', {
      'content-encoding': 'gzip',
    });
    expect(record).toMatchObject({ state: 'done', added: 2 });
    const url = '/api/v1/series?measure=complaints&from=2026-01-01&until=2026-02-01&by=month';
    const { points } = await server.json<{ points: { value: number }[] }>({ method: 'GET', url });
    expect(points[0]?.value).toBe(3);
  });

  it('are listed, the newest first, so many as are asked for, all or those of a feed', async () => {
    const list = (query: string) => server.send({ method: 'GET', url: `/api/v1/imports${query}` });
    const ids = async (query: string) =>
      ListImports.reply.parse(JSON.parse((await list(query)).body)).imports.map(({ id }) => id);
    const all = await ids('');
    expect(all.length).toBeGreaterThan(1);
    expect(await ids('?limit=1')).toEqual(all.slice(0, 1));
    expect(await ids('?feed=nobody')).toEqual([]);
    expect((await list('?limit=0')).statusCode).toBe(400);
  });

  it('knows a key and a file again', async () => {
    const one = await post(csv('4,2026-01-04,self,,'), '?wait=true', { 'idempotency-key': 'k1' });
    const two = await post(csv('4,2026-01-04,self,,'), '?wait=true', { 'idempotency-key': 'k1' });
    const three = await post(csv('4,2026-01-04,self,,'), '?wait=true');
    expect([two.id, three.id]).toEqual([one.id, one.id]);
    const other = await post(csv('5,2026-01-04,self,,'), '?wait=true', { 'idempotency-key': 'k1' });
    expect(other).toMatchObject({
      status: 409,
      detail: { zh: expect.stringContaining('Idempotency-Key 已用于另一次发送') },
    });
  });

  it('says no to an unknown profile, another type and strangers', async () => {
    const to = { method: 'POST', url: '/api/v1/imports', payload: csv() } as const;
    const codes = await Promise.all([
      server.send({ ...to, url: `${to.url}?profile=nothing`, headers: { 'content-type': 'text/csv' } }),
      server.send({ ...to, payload: '{}', headers: { 'content-type': 'application/json' } }),
      server.send({ ...to, headers: { 'content-type': 'text/csv', authorization: 'Bearer wrong' } }),
    ]);
    expect(codes.map(({ statusCode }) => statusCode)).toEqual([400, 415, 401]);
  });
});

describe('refused rows', () => {
  const bad = '6,2026-02-30,nobody,13812345678,致电13987654321';

  it('come as a file to be mended and sent again; where they lie nothing personal is in the clear', async () => {
    const record = await post(csv(bad), '?wait=true');
    expect(record).toMatchObject({ state: 'done', rejected: 1, accepted: 0 });
    const reply = await server.send({ method: 'GET', url: GetRejectedRows.path.replace(':id', record.id) });
    expect(reply.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'x-tocsin-masked': 'false' });
    const [header, row, ...more] = reply.body.trimEnd().split('\r\n');
    expect(header).toBe('\uFEFFcomplaint_id,received_at,source,complainant_phone,narrative,tocsin_row,tocsin_reason');
    expect(row?.startsWith(`${bad},2,`)).toBe(true);
    expect(row).toContain('2026-02-30');
    expect(more).toEqual([]);

    const mended = await post(reply.body.replace('2026-02-30', '2026-02-28').replace('nobody', 'self'), '?wait=true');
    expect(mended).toMatchObject({ state: 'done', accepted: 1, added: 1, rejected: 0 });
  });

  it('are shown on the page masked, with their reasons', async () => {
    const record = await post(csv(bad.replace('6,', '66,')), '?wait=true');
    const url = ListImportRows.path.replace(':id', record.id);
    const { rows } = await server.json<{ rows: Rows }>({ method: 'GET', url });
    expect(rows).toMatchObject([{ row: 2, cells: { complainant_phone: '138****5678', narrative: '致电139****4321' } }]);
    expect(rows[0]?.reasons.map(({ code, field }) => `${field}: ${code}`)).toEqual([
      'received_at: not-a-date',
      'source: unknown-code',
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/13812345678|13987654321/);
  });

  it('are masked in the file where no originals are kept', async () => {
    const careful = await startTestServer({ originals: { days: 0 } });
    const headers = { 'content-type': 'text/csv' };
    const { id } = await careful.json<Import>({
      ...{ method: 'POST', url: '/api/v1/imports?wait=true', headers },
      payload: csv(bad),
    });
    const reply = await careful.send({ method: 'GET', url: GetRejectedRows.path.replace(':id', id) });
    await careful.stop();
    expect(reply.headers['x-tocsin-masked']).toBe('true');
    expect(reply.body).toContain('138****5678');
    expect(reply.body).not.toMatch(/13812345678|13987654321/);
  });
});

describe('doubtful rows', () => {
  it('are taken, counted and shown with what is doubtful', async () => {
    const file = [
      'complaint_id,received_at,source,line,kind,status,complainant_id_number,age,narrative',
      'd1,2026-01-05,self,life.unheard-of,complaint,,,,',
      'd2,2026-01-05,self,unheard-of,complaint,closed,,,号码110101199003071233',
      'd3,2026-01-05,self,,chaser,,110101199003071234,,',
      'd2,2026-01-05,self,unheard-of,complaint,closed,,,又一次',
      'd4,2026-01-05,self,,complaint,,110101199003071233,70,',
    ].join('\n');
    const record = await post(file, '?wait=true');
    expect(record).toMatchObject({ state: 'done', read: 5, accepted: 5, warned: 4, rejected: 0 });
    expect(record.warnings.map(({ code, rows }) => `${code} ${rows}`).sort()).toEqual([
      'age-contradicts-identity 1',
      'chaser-without-link 1',
      'closed-without-date 2',
      'id-in-text 1',
      'identity-check-digit 1',
      'repeated-in-file 1',
      'unknown-code-kept 2',
    ]);
    const url = `${ListImportRows.path.replace(':id', record.id)}?outcome=warned&limit=2`;
    const { rows } = await server.json<{ rows: Rows }>({ method: 'GET', url });
    expect(rows.map(({ row }) => row)).toEqual([3, 4]);
    expect(rows[0]?.cells).toEqual({ complaint_id: 'd2' });
    expect(JSON.stringify(rows)).not.toContain('110101199003071233');
  });
});

describe('imports', () => {
  it('are listed by import, newest first', async () => {
    const { imports } = await server.json<{ imports: Import[] }>({ method: 'GET', url: '/api/v1/imports' });
    expect(imports.length).toBeGreaterThanOrEqual(4);
    expect((await server.send({ method: 'GET', url: '/api/v1/imports/nothing' })).statusCode).toBe(404);
  });
});

describe('company tables', () => {
  const send = (method: 'POST' | 'PUT', url: string, payload: string) =>
    server.send({ method, url, headers: { 'content-type': 'text/csv' }, payload });

  it('take exposures and say which rows they do not', async () => {
    const reply = await send(
      'POST',
      '/api/v1/exposures',
      'month,premium,policies\n2026-01,200000000,40000\n2026-1,1,1\n',
    );
    expect(reply.statusCode).toBe(200);
    expect(JSON.parse(reply.body)).toMatchObject({ accepted: 1, rejected: [{ row: 3 }] });
  });

  it('take the names of codes of a dimension', async () => {
    const reply = await send('PUT', '/api/v1/dictionaries/product', 'code,zh,en\nP1,安心一号,Ease One\n');
    expect(JSON.parse(reply.body)).toEqual({ accepted: 1, rejected: [] });
    const { dictionaries } = await server.json<{ dictionaries: Record<string, unknown[]> }>({
      method: 'GET',
      url: '/api/v1/dictionaries',
    });
    expect(dictionaries.product).toContainEqual({ code: 'P1', zh: '安心一号', en: 'Ease One' });
    expect((await send('PUT', '/api/v1/dictionaries/nothing', 'code,zh\n')).statusCode).toBe(404);
  });
});
