import { createClient, type ClickHouseClient, type ClickHouseClientConfigOptions } from '@clickhouse/client';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { startEngine, type Engine, type EngineOptions } from '../index.ts';

/** An address that `createClient` takes. */
export interface Address {
  readonly url: string;
  readonly username: string;
  readonly password: string;
}

/** What a contract test works with. Fields are filled before the first test. */
export interface Ground {
  address: Address;
  client: ClickHouseClient;
  /** A client with options of its own; closed with the ground. */
  clientWith(options: ClickHouseClientConfigOptions): ClickHouseClient;
  /** A plain HTTP request with the right password; `parameters` go into the URL. */
  send(parameters: Record<string, string>, init?: RequestInit): Promise<Response>;
}

export const DATABASE = 'tocsin_contract';

/** A directory under the system's temporary one. */
export const temporaryDirectory = (): string => mkdtempSync(join(tmpdir(), 'tocsin-engine-'));

/** Starts an engine on a directory of its own, which goes with it. */
export async function startTemporary(options: Partial<EngineOptions> = {}): Promise<Engine> {
  const directory = options.directory ?? temporaryDirectory();
  const engine = await startEngine({ log: () => undefined, ...options, directory });
  const stop = async (): Promise<void> => {
    await engine.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  return { ...engine, stop };
}

interface Target {
  readonly name: string;
  start(): Promise<Address & { stop(): Promise<void> }>;
}

const { CLICKHOUSE_URL, CLICKHOUSE_USER = 'default', CLICKHOUSE_PASSWORD = '' } = process.env;

/** What the contract is checked on: the engine always, a server too when CLICKHOUSE_URL names one. */
const targets: readonly Target[] = [
  { name: 'the embedded engine', start: () => startTemporary() },
  ...(CLICKHOUSE_URL ? [{ name: 'a ClickHouse server', start: () => Promise.resolve(serverAt(CLICKHOUSE_URL)) }] : []),
];

const serverAt = (url: string) => ({
  url,
  username: CLICKHOUSE_USER,
  password: CLICKHOUSE_PASSWORD,
  stop: () => Promise.resolve(),
});

/** Runs the same tests on every target. */
export function contract(topic: string, tests: (ground: Ground) => void): void {
  describe.each(targets)(`${topic} on $name`, ({ start }) => {
    const clients: ClickHouseClient[] = [];
    const ground = {} as Ground;
    let stop: () => Promise<void>;

    beforeAll(async () => {
      const started = await start();
      stop = started.stop;
      Object.assign(ground, groundOn(started, clients));
      const query = `CREATE DATABASE IF NOT EXISTS ${DATABASE}`;
      await ground.clientWith({ database: 'default' }).command({ query });
    });
    afterAll(async () => {
      await Promise.all(clients.map((client) => client.close()));
      await stop();
    });
    tests(ground);
  });
}

/** A ground on an address; its clients are added to the list, to be closed by the caller. */
export function groundOn({ url, username, password }: Address, clients: ClickHouseClient[] = []): Ground {
  const address = { url, username, password };
  const clientWith = (options: ClickHouseClientConfigOptions): ClickHouseClient => {
    const client = createClient({ ...address, database: DATABASE, log: { level: 127 }, ...options });
    clients.push(client);
    return client;
  };
  const send = (parameters: Record<string, string>, init: RequestInit = {}): Promise<Response> =>
    fetch(`${url}/?${new URLSearchParams({ database: DATABASE, ...parameters }).toString()}`, {
      method: 'POST',
      ...init,
      headers: { ...authorization(address), ...(init.headers as Record<string, string> | undefined) },
    });
  return { address, client: clientWith({}), clientWith, send };
}

/** The header for plain requests. */
export const authorization = ({ username, password }: Address): Record<string, string> => ({
  Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
});

/** The rows of a query, with 64-bit integers as numbers. */
export async function rowsOf<Row = Record<string, unknown>>(client: ClickHouseClient, query: string): Promise<Row[]> {
  const clickhouse_settings = { output_format_json_quote_64bit_integers: 0 } as const;
  const result = await client.query({ query, format: 'JSONEachRow', clickhouse_settings });
  return result.json<Row>();
}
