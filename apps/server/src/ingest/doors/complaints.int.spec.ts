import { CreateComplaints } from '@tocsin/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
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
