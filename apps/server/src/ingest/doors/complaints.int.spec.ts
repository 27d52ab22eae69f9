import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { CreateComplaints } from '@tocsin/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { type TestServer, startTestServer } from '../../testing/start-test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const post = (complaints: unknown, headers: Record<string, string> = {}) =>
  server.send({ method: 'POST', url: CreateComplaints.path, payload: { complaints } as object, headers });
const replyOf = ({ body }: { body: string }) => JSON.parse(body) as z.infer<typeof CreateComplaints.reply>;

const good = { complaint_id: 's1', received_at: '2026-11-20 09:00:00', source: 'self' };
const doubtful = { ...good, complaint_id: 's2', kind: 'chaser' };
const bad = { ...good, complaint_id: 's3', received_at: '2026-02-30', complainant_phone: '13812345678' };

it('answers each row by itself, and what could be taken is in every figure', async () => {
  const reply = await post([good, doubtful, bad], { 'idempotency-key': 'batch-1' });
  expect(reply.statusCode).toBe(200);
  const { import: record, rows } = replyOf(reply);
  expect(record).toMatchObject({ state: 'done', channel: 'api', read: 3, accepted: 2, warned: 1, rejected: 1 });
  expect(rows.map(({ row, outcome, reasons }) => [row, outcome, ...reasons.map(({ code }) => code)])).toEqual([
    [1, 'accepted'],
    [2, 'warned', 'chaser-without-link'],
    [3, 'rejected', 'not-a-date'],
  ]);
  expect(reply.body).not.toContain('13812345678');
  const url = '/api/v1/series?measure=complaints&from=2026-11-01&until=2026-12-01&by=month';
  const { points } = await server.json<{ points: { value: number }[] }>({ method: 'GET', url });
  expect(points[0]?.value).toBe(1);
});

it('answers a retry with the same import and the same rows, and refuses the key for other content', async () => {
  const again = await post([good, doubtful, bad], { 'idempotency-key': 'batch-1' });
  expect(replyOf(again)).toMatchObject({
    import: { added: 2 },
    rows: [{}, { outcome: 'warned' }, { outcome: 'rejected' }],
  });
  const other = await post([good], { 'idempotency-key': 'batch-1' });
  expect(other.statusCode).toBe(409);
  expect(other.body).toContain('Idempotency-Key');
});

it.each<[string, unknown]>([
  ['no list', 'x'],
  ['an empty list', []],
  ['more than a thousand', Array.from({ length: 1001 }, () => good)],
  ['rows that are none', ['x']],
])('refuses %s', async (_, complaints) => expect((await post(complaints)).statusCode).toBe(400));

describe('a packed body', () => {
  const packed = (content: Buffer | string, encoding = 'gzip') =>
    server.send({
      ...{ method: 'POST', url: CreateComplaints.path, payload: content },
      headers: { 'content-type': 'application/json', 'content-encoding': encoding },
    });
  const json = (complaints: unknown) => JSON.stringify({ complaints });

  it('is taken as the same content unpacked, under the same key too', async () => {
    const key = { 'idempotency-key': 'packed-1' };
    const one = await post([{ ...good, complaint_id: 'g1' }], key);
    const again = await server.send({
      ...{ method: 'POST', url: CreateComplaints.path, payload: gzipSync(json([{ ...good, complaint_id: 'g1' }])) },
      headers: { ...key, 'content-type': 'application/json; charset=utf-8', 'content-encoding': 'gzip' },
    });
    expect(again.statusCode).toBe(200);
    expect(replyOf(again).import.id).toBe(replyOf(one).import.id);
  });

  it('is refused when more than the limit comes out of it', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 2 ** 20, 0x20));
    expect(bomb.length).toBeLessThan(100_000);
    const reply = await packed(bomb);
    expect(reply.statusCode).toBe(413);
    expect(JSON.parse(reply.body)).toMatchObject({ detail: { zh: expect.stringContaining('按解压后计）超过 1 MB') } });
  });

  it('has the limit of one that is not packed', async () => {
    const reply = await post([{ ...good, narrative: 'x'.repeat(2 ** 20) }]);
    expect(reply.statusCode).toBe(413);
    expect(JSON.parse(reply.body)).toMatchObject({ detail: { en: expect.stringContaining('larger than 1 MB') } });
  });

  it('is answered on a real line before all of it has come, and the line is not cut', async () => {
    const reply = await new Promise<{ status?: number; body: string }>((resolve, reject) => {
      const headers = {
        ...{ 'content-type': 'application/json', 'content-encoding': 'gzip' },
        authorization: `Bearer ${server.localToken}`,
      };
      const sent = request(server.url + CreateComplaints.path, { method: 'POST', headers }, (answer) => {
        let body = '';
        answer.on('data', (piece) => (body += String(piece)));
        answer.on('end', () => resolve({ status: answer.statusCode, body }));
      });
      sent.on('error', reject);
      sent.end(gzipSync(Buffer.alloc(512 * 2 ** 20, 0x20)));
    });
    expect(reply).toMatchObject({ status: 413, body: expect.stringContaining('larger than 1 MB') });
  });

  it.each<[string, Buffer | string, string, number]>([
    ['cut off', gzipSync(json([good])).subarray(0, 40), 'gzip', 422],
    ['no gzip at all', json([good]), 'gzip', 422],
    ['packed in another way', json([good]), 'br', 415],
  ])('is refused when it is %s', async (_, body, encoding, status) => {
    expect((await packed(body, encoding)).statusCode).toBe(status);
  });
});
