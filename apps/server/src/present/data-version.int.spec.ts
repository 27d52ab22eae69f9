import type { Warehouse } from '@tocsin/warehouse';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestServer, startTestServer } from '../testing/start-test-server.ts';
import { WAREHOUSE } from '../tokens.ts';
import { DataVersion } from './data-version.ts';

let server: TestServer;
let warehouse: Warehouse;
beforeAll(async () => {
  server = await startTestServer();
  warehouse = server.app.get<Warehouse>(WAREHOUSE);
});
afterAll(() => server.stop());

/** As another server of the company does after a roll up. */
const writtenElsewhere = () =>
  warehouse.insert('rolled_month', [{ month: '2026-01-01', mark: warehouse.nextMark() + 1 }]);

it('is another soon after somebody else has written, and at once for who has written and says so', async () => {
  const version = new DataVersion(warehouse);
  const before = await version.current();
  await writtenElsewhere();
  await expect.poll(() => version.current(), { timeout: 5_000 }).not.toBe(before);
  const then = await version.current();
  await writtenElsewhere();
  const now = await version.refresh();
  expect(now).not.toBe(then);
  expect(await version.current()).toBe(now);
  version.onApplicationShutdown();
});

it('is asked for again before it is too old, as long as it is wanted', async () => {
  const asked: string[] = [];
  const watched = new Proxy(warehouse, {
    get(target, name: keyof Warehouse) {
      if (name === 'one') asked.push('the tables');
      const member = target[name];
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
  const version = new DataVersion(watched);
  await version.current();
  expect(asked).toHaveLength(1);
  await version.current();
  expect(asked).toHaveLength(1);
  await expect.poll(() => asked.length, { timeout: 5_000 }).toBeGreaterThan(1);
  version.onApplicationShutdown();
});
