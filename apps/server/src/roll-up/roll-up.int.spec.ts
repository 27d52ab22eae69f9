import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type Engine, startEngine } from '@tocsin/engine';
import {
  type Warehouse,
  applyBatch,
  dirtyMonths,
  freshness,
  insertVersions,
  openWarehouse,
  tabSeparated,
  versionColumns,
  wholeCompany,
} from '@tocsin/warehouse';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RollUpStage } from './roll-up.stage.ts';

let directory: string;
let engine: Engine;
let warehouse: Warehouse;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tocsin-roll-up-'));
  engine = await startEngine({ directory });
  const { url, username, password } = engine;
  const now = () => new Date('2026-03-15T04:00:00Z');
  const zone = { database: 'tocsin', timeZone: 'Asia/Shanghai', now };
  warehouse = await openWarehouse({ url, username, password, ...zone });
});
afterAll(async () => {
  await warehouse.close();
  await engine.stop();
  await rm(directory, { recursive: true, force: true });
});

/** Three complaints in each of so many months from January 2020 on. */
function versions(batchId: string, months: number): string {
  let rows = '';
  for (let i = 0; i < months * 3; i++) {
    const received = Date.UTC(2020, Math.floor(i / 3), 5 + (i % 3)) / 1000;
    const given = new Map<string, string | number>(
      Object.entries({
        complaint_id: `c${i}`,
        version: 1,
        batch_id: batchId,
        row_number: i,
        source: 'self',
        kind: 'complaint',
      }),
    );
    for (const name of ['received_at', 'arrived_at']) given.set(name, received);
    rows += tabSeparated(
      versionColumns.map(({ name, type }) => {
        const absent = type.startsWith('Nullable')
          ? null
          : type.startsWith('Array')
            ? []
            : type.includes('String')
              ? ''
              : 0;
        return given.get(name) ?? absent;
      }),
    );
  }
  return rows;
}

it('rebuilds every dirty month, however many, once', async () => {
  await insertVersions(warehouse, () => Readable.from([Buffer.from(versions('b1', 30))]), 'TabSeparated');
  await applyBatch(warehouse, 'b1');
  const stage = new RollUpStage(warehouse);
  expect(await stage.run()).toMatchObject({ read: 30 });
  expect(await warehouse.rows(dirtyMonths())).toEqual([]);
  expect(await stage.run()).toEqual({ read: 0, wrote: 0 });
  const { firstDay, lastDay } = await warehouse.one(freshness({ scope: wholeCompany }));
  expect([firstDay, lastDay]).toEqual(['2020-01-05', '2022-06-07']);
});
