import { fileURLToPath } from 'node:url';
import { type Engine, startEngine } from '@tocsin/engine';
import { type Warehouse, openWarehouse } from '@tocsin/warehouse';
import { afterBench, temporaryDirectory } from '../measure/workspace.ts';

/** Where the built server lies; a bench runs from the repository's root. */
export const serverDist = new URL(`file://${process.cwd()}/apps/server/dist/`);

export interface Embedded {
  readonly engine: Engine;
  readonly warehouse: Warehouse;
  readonly close: () => Promise<void>;
}

/** The built engine on a directory (by default a fresh one), and the warehouse on it, as the server opens them. */
export async function openEmbedded(directory = temporaryDirectory('warehouse')): Promise<Embedded> {
  const engine = await startEngine({
    directory,
    childEntry: fileURLToPath(new URL('engine-child.mjs', serverDist)),
    maxMemoryBytes: 4 * 1024 ** 3,
  });
  const { url, username, password } = engine;
  const options = { url, username, password, database: 'tocsin', timeZone: 'Asia/Shanghai', now: () => new Date() };
  const warehouse = await openWarehouse(options);
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => (closed ??= warehouse.close().then(() => engine.stop()));
  afterBench(close);
  return { engine, warehouse, close };
}
