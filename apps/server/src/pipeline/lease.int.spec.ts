import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, startEngine } from '@tocsin/engine';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readOwner } from '../owner-file.ts';
import { type TestServer, startTestServer } from '../testing/start-test-server.ts';

/** Two servers on one ClickHouse: an engine of its own stands in for it, since both speak the same interface. */
const directory = mkdtempSync(join(tmpdir(), 'tocsin-lease-'));
let engine: Engine;
let one: TestServer;
let other: TestServer;
beforeAll(async () => {
  engine = await startEngine({ directory });
  const clickhouse = { url: engine.url, username: engine.username, password: engine.password };
  one = await startTestServer({ clickhouse });
  other = await startTestServer({ clickhouse });
});
afterAll(async () => {
  await one.stop();
  await other.stop();
  await engine.stop();
  rmSync(directory, { recursive: true, force: true });
});

const ran = async (server: TestServer) => (await server.pipeline.run()).length;

it('lets one of several servers run the stages, and another take over when it is gone', async () => {
  expect(await ran(one)).toBe(5);
  expect(await ran(other)).toBe(0);
  one.clock.move(150_000);
  other.clock.move(150_000);
  expect([await ran(one), await ran(other)]).toEqual([5, 0]);
  other.clock.move(400_000); // the first has not been heard of for more than two slots
  expect(await ran(other)).toBe(5);
  one.clock.move(400_000);
  expect(await ran(one)).toBe(0);
});

it('shares accounts and sign-ins between servers, and each is found by its own data directory', async () => {
  const account = { name: 'amy', password: 'long enough for both', role: 'risk' };
  await one.send({ method: 'POST', url: '/api/v1/accounts', payload: account });
  const headers = { authorization: 'none' };
  const payload = { name: 'amy', password: account.password };
  const answer = await other.send({ method: 'POST', url: '/api/v1/session', headers, payload });
  const cookie = String(answer.headers['set-cookie']).split(';', 1)[0] ?? '';
  expect((await one.send({ url: '/api/v1/session', headers: { cookie } })).statusCode).toBe(200);
  expect(readOwner(one.config.dataDirectory)).toMatchObject({ url: one.url, engineUrl: null, pid: process.pid });
});
