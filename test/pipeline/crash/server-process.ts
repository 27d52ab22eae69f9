import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../../apps/cli/bin/tocsin.mjs', import.meta.url));
const PATIENCE_MS = 60_000;

interface OwnerFile {
  readonly pid: number;
  readonly engine: { readonly pid: number; readonly url: string } | null;
  readonly published: { readonly url: string; readonly token: string };
}

/** The built server as its own process on a data directory of the test, to be killed and started again. */
export class ServerProcess {
  readonly #directory: string;
  readonly #port: number;
  readonly #settings: Readonly<Record<string, string>>;
  #child: ChildProcess | undefined;
  #said = '';

  private constructor(directory: string, port: number, settings: Readonly<Record<string, string>>) {
    this.#directory = directory;
    this.#port = port;
    this.#settings = settings;
  }

  /** `settings` are more variables for it. */
  static async start(directory: string, settings: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
    const server = new ServerProcess(directory, await freePort(), settings);
    await server.start();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Starts the process and waits until it answers; throws with what it printed when it does not. */
  async start(): Promise<void> {
    this.#said = '';
    const child = spawn(process.execPath, [COMMAND, 'serve'], {
      env: {
        ...process.env,
        ...{ TOCSIN_DATA: this.#directory, TOCSIN_PORT: String(this.#port), TOCSIN_SCHEDULE: 'true' },
        ...this.#settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const listen = (chunk: Buffer) => (this.#said = (this.#said + chunk.toString()).slice(-4_000));
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    this.#child = child;
    await this.#untilReady();
  }

  /** kill −9 of the server; its engine is left to notice. Resolves when the process is gone. */
  async killServer(): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  /** kill −9 of the engine below the server, which has to start another. */
  killEngine(): void {
    const pid = this.#owner().engine?.pid;
    if (pid === undefined) throw new Error('owner.json names no engine');
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // it is just being started again: killed often enough
    }
  }

  /** Ends the server the ordinary way and waits for it and its engine. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  }

  /** A request as the administrator. Rejects when the connection fails, as it does around a kill. */
  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { authorization: `Bearer ${this.#owner().published.token}`, ...init.headers };
    return fetch(this.url + path, { ...init, headers, signal: AbortSignal.timeout(PATIENCE_MS) });
  }

  #owner(): OwnerFile {
    return JSON.parse(readFileSync(join(this.#directory, 'owner.json'), 'utf8')) as OwnerFile;
  }

  async #untilReady(): Promise<void> {
    const giveUpAt = performance.now() + PATIENCE_MS;
    while (performance.now() < giveUpAt) {
      if (this.#child?.exitCode !== null) break;
      const ready = await fetch(`${this.url}/health/ready`).then(
        (answer) => answer.ok,
        () => false,
      );
      if (ready) return;
      await sleep(50);
    }
    throw new Error(`The server did not become ready. It said:\n${this.#said}`);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
