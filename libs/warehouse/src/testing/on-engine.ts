import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openWarehouse } from '../connection/open-warehouse.ts';
import type { Warehouse, WarehouseOptions } from '../connection/warehouse.ts';

interface Engine {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  stop(): Promise<void>;
}
type StartEngine = (options: { directory: string }) => Promise<Engine>;

/** What specs say about time: a fixed moment, so that nothing depends on the day they run. */
export const NOW = new Date('2026-03-15T04:00:00.000Z');

/**
 * An engine of its own for this spec file, in a new directory, with a migrated warehouse on it. The spec hands over
 * `startEngine`, because only specs may know the engine.
 */
export function onEngine(startEngine: StartEngine, options: Partial<WarehouseOptions> = {}) {
  let directory = '';
  let engine: Engine | undefined;
  let warehouse: Warehouse | undefined;

  const connection = (): WarehouseOptions => {
    if (engine === undefined) throw new Error('the engine has not been started');
    const { url, username, password } = engine;
    return { url, username, password, database: 'tocsin', timeZone: 'Asia/Shanghai', now: () => NOW, ...options };
  };

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'tocsin-warehouse-'));
    engine = await startEngine({ directory });
    warehouse = await openWarehouse(connection());
  });
  afterAll(async () => {
    await warehouse?.close();
    await engine?.stop();
    await rm(directory, { recursive: true, force: true });
  });

  return {
    connection,
    /** Where the engine keeps its files. */
    get directory(): string {
      return directory;
    },
    get warehouse(): Warehouse {
      if (warehouse === undefined) throw new Error('the warehouse has not been opened');
      return warehouse;
    },
  };
}
