import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { serverDist } from '../load/embedded.ts';
import { afterBench } from './workspace.ts';

const START_MS = 120_000;

interface OwnerFile {
  readonly engine: { readonly pid: number } | null;
  readonly published: { readonly url: string; readonly token: string } | null;
}

export interface ServerProcess {
  readonly url: string;
  readonly token: string;
  readonly pid: number;
  readonly enginePid: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

/** The built server as a process of its own on a data directory, as `npm start` runs it, on any free port. */
export async function startServer(directory: string): Promise<ServerProcess> {
  const main = fileURLToPath(new URL('main.mjs', serverDist));
  if (!existsSync(main)) throw new Error('the server is not built: npm run build');
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, TOCSIN_DATA: directory, TOCSIN_PORT: '0', TOCSIN_ENGINE_MEMORY_GIB: '4' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
  const stop = (): Promise<void> => ended(child);
  afterBench(stop);
  const start = performance.now();
  while (performance.now() - start < START_MS && child.exitCode === null) {
    const owner = readOwner(directory);
    if (owner?.published && owner.engine && (await isReady(owner.published.url))) {
      const { url, token } = owner.published;
      const headers = { authorization: `Bearer ${token}` };
      return { url, token, headers, pid: child.pid ?? 0, enginePid: owner.engine.pid, stop };
    }
    await sleep(100);
  }
  throw new Error(`the server did not become ready; it said:\n${said}`);
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

function readOwner(directory: string): OwnerFile | undefined {
  try {
    return JSON.parse(readFileSync(join(directory, 'owner.json'), 'utf8')) as OwnerFile;
  } catch {
    return undefined;
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

/** A request as the administrator; throws with the problem when it is refused. */
export async function call<T>(server: ServerProcess, path: string, init: RequestInit = {}): Promise<T> {
  const answer = await fetch(server.url + path, { ...init, headers: { ...server.headers, ...init.headers } });
  if (!answer.ok) throw new Error(`${init.method ?? 'GET'} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}
