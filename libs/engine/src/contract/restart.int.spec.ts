import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Engine } from '../index.ts';
import { groundOn, rowsOf, startTemporary, type Ground } from './engine-under-test.ts';

describe('an engine that is killed', () => {
  let engine: Engine;
  let ground: Ground;
  beforeAll(async () => {
    engine = await startTemporary();
    ground = groundOn(engine);
    await ground.send({ database: 'default', query: 'CREATE DATABASE tocsin_contract' });
    await ground.send({ query: 'CREATE TABLE kept (id UInt64) ENGINE = MergeTree ORDER BY id' });
  });
  afterAll(async () => {
    await ground.client.close();
    await engine.stop();
  });

  const answers = () => vi.waitFor(() => rowsOf(ground.client, 'SELECT 1 AS one'), { timeout: 10_000, interval: 20 });
  const kill = async (): Promise<number> => {
    const pid = engine.pid() ?? 0;
    process.kill(pid, 'SIGKILL');
    await vi.waitFor(() => expect(engine.pid()).not.toBe(pid), 2_000);
    return pid;
  };

  it('comes back on the same address with the same secret and every acknowledged row', async () => {
    const { url, password } = engine;
    for (let round = 0; round < 3; round += 1) {
      await ground.client.insert({ table: 'kept', values: [{ id: round }], format: 'JSONEachRow' });
      await kill();
      await answers();
    }
    expect([engine.url, engine.password]).toEqual([url, password]);
    expect(await rowsOf(ground.client, 'SELECT count() AS n FROM kept')).toEqual([{ n: 3 }]);
  });

  it('breaks the requests under way, and refuses others until it is back', async () => {
    const underWay = ground.send({
      query: 'SELECT sum(sleepEachRow(0.1)) FROM numbers(50) SETTINGS max_block_size = 1',
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const failure = underWay.then(String, (cause: Error) =>
      String((cause.cause as NodeJS.ErrnoException | undefined)?.code),
    );
    await kill();
    expect(await failure).toMatch(/ECONNRESET|UND_ERR_SOCKET/);
    await answers();
  });

  it('tells who asked to be told, once for each restart', async () => {
    const told: number[] = [];
    const forget = engine.onRestart(({ pid }) => told.push(pid));
    const before = await kill();
    await vi.waitFor(() => expect(told).toHaveLength(1), 5_000);
    expect(told).toEqual([engine.pid()]);
    expect(told).not.toContain(before);
    forget();
    await kill();
    await answers();
    expect(told).toHaveLength(1);
  });

  it('sweeps out what the killed process left in its spool', async () => {
    const left = join(engine.directory, 'spool', 'data-999');
    writeFileSync(left, 'rows');
    await kill();
    await answers();
    expect(existsSync(left)).toBe(false);
    expect(readdirSync(join(engine.directory, 'spool')).filter((name) => name.startsWith('data'))).toEqual([]);
  });
});

describe('stopping', () => {
  it('lets short queries finish, ends long ones, and gives the directory back', async () => {
    const engine = await startTemporary();
    const ground = groundOn(engine);
    const short = ground.send({ database: 'default', query: 'SELECT sleep(0.5)' });
    const long = ground.send({
      database: 'default',
      query: 'SELECT sum(sleepEachRow(0.01)) FROM numbers(6000) SETTINGS max_block_size = 10',
    });
    const end = long.then(
      (response) => response.status,
      () => 'broken',
    );
    await new Promise((resolve) => setTimeout(resolve, 150));
    const pid = engine.pid() ?? 0;
    const started = performance.now();
    await Promise.all([engine.stop(), engine.stop()]);
    expect(performance.now() - started).toBeLessThan(4_500);
    expect((await short).status).toBe(200);
    expect(await end).not.toBe(200);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    await ground.client.close();
  });
});
