import { createClient, type ClickHouseClient } from '@clickhouse/client';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine, type Engine, type EngineOptions } from '../index';

/** An address that `createClient` takes. */
export interface Address {
  readonly url: string;
  readonly username: string;
  readonly password: string;
}

/** Something that speaks ClickHouse's HTTP interface, and how to bring it up. */
export interface Target {
  readonly name: string;
  start(): Promise<{ readonly address: Address; stop(): Promise<void> }>;
}

/** Starts an engine on a directory of its own, which goes with it. */
export async function startTemporary(options: Partial<EngineOptions> = {}): Promise<Engine> {
  const directory = mkdtempSync(join(tmpdir(), 'tocsin-engine-'));
  const engine = await startEngine({ directory, log: () => undefined, ...options });
  const stop = async (): Promise<void> => {
    await engine.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  return { ...engine, stop };
}

const embedded: Target = {
  name: 'the embedded engine',
  start: async () => {
    const engine = await startTemporary();
    return { address: engine, stop: engine.stop };
  },
};

const server = (url: string): Target => ({
  name: 'a ClickHouse server',
  start: () =>
    Promise.resolve({
      address: {
        url,
        username: process.env.CLICKHOUSE_USER ?? 'default',
        password: process.env.CLICKHOUSE_PASSWORD ?? '',
      },
      stop: () => Promise.resolve(),
    }),
});

/** What the contract is checked on: the engine always, a server when CLICKHOUSE_URL names one. */
export const targets: readonly Target[] = process.env.CLICKHOUSE_URL
  ? [embedded, server(process.env.CLICKHOUSE_URL)]
  : [embedded];

/** A client on a database of its own, so that suites do not meet on a shared server. */
export async function clientOn(
  address: Address,
  settings: Parameters<typeof createClient>[0] = {},
): Promise<ClickHouseClient> {
  const database = 'tocsin_contract';
  const { url, username, password } = address;
  const first = createClient({ url, username, password });
  await first.command({ query: `CREATE DATABASE IF NOT EXISTS ${database}` });
  await first.close();
  return createClient({ url, username, password, database, ...settings });
}

/** Headers for plain `fetch` calls. */
export const authorization = ({ username, password }: Address): Record<string, string> => ({
  Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
});
