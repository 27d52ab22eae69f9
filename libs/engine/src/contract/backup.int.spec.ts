import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../index.ts';
import { groundOn, rowsOf, startTemporary, type Ground } from './engine-under-test.ts';

describe('backups of the embedded engine', () => {
  let engine: Engine;
  let ground: Ground;
  beforeAll(async () => {
    engine = await startTemporary();
    ground = groundOn(engine);
    await ground.send({ database: 'default', query: 'CREATE DATABASE tocsin_contract' });
    await ground.send({ query: 'CREATE TABLE saved (id UInt64) ENGINE = MergeTree ORDER BY id' });
    await ground.send({ query: 'INSERT INTO saved SELECT number FROM numbers(1000)' });
  });
  afterAll(async () => {
    await ground.client.close();
    await engine.stop();
  });

  it('go into the folder for them and come back', async () => {
    const path = join(engine.directory, 'backups', 'monday/');
    await ground.client.command({ query: `BACKUP DATABASE tocsin_contract TO File('${path}')` });
    expect(existsSync(path)).toBe(true);
    await ground.client.command({ query: 'DROP TABLE saved SYNC' });
    await ground.client.command({ query: `RESTORE TABLE tocsin_contract.saved FROM File('${path}')` });
    expect(await rowsOf(ground.client, 'SELECT count() AS n, sum(id) AS s FROM saved')).toEqual([
      { n: 1000, s: 499_500 },
    ]);
  });

  it('may not go anywhere else', async () => {
    const path = join(engine.directory, 'elsewhere/');
    await expect(ground.client.command({ query: `BACKUP TABLE saved TO File('${path}')` })).rejects.toMatchObject({
      code: '36',
    });
    expect(existsSync(path)).toBe(false);
  });
});
