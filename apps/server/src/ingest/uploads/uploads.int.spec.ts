import { readdirSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { CreateUpload, type Import, type Inspection } from '@tocsin/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, startTestServer } from '../../testing/start-test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ uploads: { hours: 24, maxBytes: 10_000 }, import: { maxBytes: 8_000 } });
});
afterAll(() => server.stop());

const file = ['complaint_id,received_at,source', ...Array.from({ length: 99 }, (_, i) => `u${i},2026-01-02,self`)].join(
  '\n',
);
const VERSION = { 'tus-resumable': '1.0.0' };
type Method = 'POST' | 'PATCH' | 'HEAD' | 'DELETE';

const send = (method: Method, url: string, headers: Record<string, string> = {}, payload?: string) =>
  server.send({ method, url, headers: { ...VERSION, ...headers }, ...(payload !== undefined && { payload }) });

async function begin(length = file.length): Promise<string> {
  const named = `filename ${Buffer.from('一月.csv').toString('base64')}`;
  const reply = await send('POST', CreateUpload.path, { 'upload-length': String(length), 'upload-metadata': named });
  expect(reply.statusCode, reply.body).toBe(201);
  return String(reply.headers['location']);
}

const append = (url: string, offset: number, bytes: string, headers: Record<string, string> = {}) =>
  send(
    'PATCH',
    url,
    { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream', ...headers },
    bytes,
  );

const offsetOf = async (url: string) => Number((await send('HEAD', url)).headers['upload-offset']);

describe('an upload', () => {
  it('comes in pieces, is looked at when whole, and imported under its name', async () => {
    const url = await begin();
    const first = await append(url, 0, file.slice(0, 500));
    expect([first.statusCode, first.headers['upload-offset']]).toEqual([204, '500']);
    const early = await server.send({ method: 'POST', url: `${url}/inspect`, payload: { layout: {} } });
    expect(early.statusCode).toBe(409);
    expect((await append(url, 500, file.slice(500))).headers['upload-offset']).toBe(String(file.length));

    const seen = await server.json<Inspection>({ method: 'POST', url: `${url}/inspect`, payload: { layout: {} } });
    expect(seen.columns.map(({ name }) => name)).toEqual(['complaint_id', 'received_at', 'source']);
    const id = url.split('/').at(-1);
    const done = await server.json<Import>({ method: 'POST', url: `/api/v1/imports?upload=${id}&wait=true` });
    expect(done).toMatchObject({ state: 'done', name: '一月.csv', read: 99, added: 99 });
    await send('DELETE', url);
  });

  it('keeps what came before its line broke, and goes on from there', async () => {
    const url = await begin();
    const headers = {
      ...VERSION,
      authorization: `Bearer ${server.localToken}`,
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
      'content-length': String(file.length),
    };
    const line = request(`${server.url}${url}`, { method: 'PATCH', headers });
    line.on('error', () => undefined); // it is broken off on purpose
    line.write(file.slice(0, 700));
    const path = join(server.config.dataDirectory, 'uploads', url.split('/').at(-1) ?? '');
    await expect.poll(() => statSync(path).size).toBe(700);
    line.destroy();
    expect(await offsetOf(url)).toBe(700);
    expect((await append(url, 700, file.slice(700))).statusCode).toBe(204);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await send('DELETE', url);
  });

  it('is refused at another place than its end, and beyond its length', async () => {
    const url = await begin(10);
    expect((await append(url, 5, 'xxxxx')).statusCode).toBe(409);
    expect((await append(url, 0, 'x'.repeat(11))).statusCode).toBe(413);
    expect(await offsetOf(url)).toBe(10);
    expect((await append(url, 0, 'x', { 'tus-resumable': '0.2.2' })).statusCode).toBe(412);
    await send('DELETE', url);
    expect((await send('HEAD', url)).statusCode).toBe(404);
  });

  it('is seen by nobody but its owner', async () => {
    const url = await begin();
    const key = await server.json<{ key: string }>({
      method: 'POST',
      url: '/api/v1/keys',
      payload: { label: 'other', role: 'operator', organisations: [], expiresAt: null },
    });
    const reply = await send('HEAD', url, { authorization: `Bearer ${key.key}` });
    expect(reply.statusCode).toBe(404);
    await send('DELETE', url);
  });

  it('is refused where it is too large, or all uploads together are', async () => {
    const tooLarge = await send('POST', CreateUpload.path, { 'upload-length': '8001' });
    expect(tooLarge.statusCode).toBe(413);
    const url = await begin(6000);
    const full = await send('POST', CreateUpload.path, { 'upload-length': '6000' });
    expect([full.statusCode, full.headers['retry-after']]).toEqual([503, '600']);
    await send('DELETE', url);
  });

  it('goes when it has lain untouched for a day', async () => {
    const { Uploads } = await import('./uploads.service.ts');
    const url = await begin();
    server.clock.move(23 * 3_600_000);
    await append(url, 0, file.slice(0, 100));
    server.clock.move(23 * 3_600_000);
    await server.app.get(Uploads, { strict: false }).sweep();
    expect(await offsetOf(url)).toBe(100);
    server.clock.move(2 * 3_600_000);
    await server.app.get(Uploads, { strict: false }).sweep();
    expect((await send('HEAD', url)).statusCode).toBe(404);
    expect(readdirSync(join(server.config.dataDirectory, 'uploads'))).toEqual([]);
  });
});
