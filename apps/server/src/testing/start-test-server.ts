import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import type { Clock } from '../clock.ts';
import type { ConfigOverrides } from '../config-overrides.ts';
import { createServer, type RunningServer } from '../create-server.ts';

/** A clock that stands still until it is moved. */
export class SetClock implements Clock {
  #at: Date;

  constructor(iso: string) {
    this.#at = new Date(iso);
  }

  now(): Date {
    return this.#at;
  }

  move(ms: number): void {
    this.#at = new Date(this.#at.getTime() + ms);
  }
}

export interface TestServer extends RunningServer {
  readonly clock: SetClock;
  /** Sends a request as the administrator on this machine unless it carries a cookie or a key. */
  send(options: InjectOptions): Promise<{ statusCode: number; headers: Record<string, unknown>; body: string }>;
  /** Sends it and answers the JSON body. */
  json<T = Record<string, unknown>>(options: InjectOptions): Promise<T>;
}

/** The whole server on the real engine, in a directory of its own, without a schedule, at a fixed time. */
export async function startTestServer(
  overrides: ConfigOverrides = {},
  at = '2026-11-22T08:00:00Z',
): Promise<TestServer> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'tocsin-server-'));
  const clock = new SetClock(at);
  const server = await createServer({ dataDirectory, port: 0, schedule: false, ...overrides }, { clock, quiet: true });
  const send: TestServer['send'] = (options) => {
    const isKnown = Object.keys(options.headers ?? {}).some((name) => /^(cookie|authorization)$/i.test(name));
    const headers = isKnown ? options.headers : { authorization: `Bearer ${server.localToken}`, ...options.headers };
    return server.app.inject({ ...options, headers });
  };
  return {
    ...server,
    clock,
    send,
    json: async (options) => JSON.parse((await send(options)).body),
    async stop() {
      await server.stop();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}
