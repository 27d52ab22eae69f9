import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildChild } from './build-child.ts';
import type { ChildConfig } from './child/child-config.ts';
import { EngineStartFailed, startChild, type RunningChild } from './child-process.ts';
import { limitsOf, logToStderr, type EngineLog, type EngineOptions } from './options.ts';
import { EngineDirectoryInUse, takeOwnership, type Owner } from './owner.ts';
import { keepAlive, type Supervision } from './supervise.ts';

/** What chDB says when another process has the store open. */
const STORE_IS_LOCKED = 76;

/** A running engine. Everything needed for `createClient({ url, username, password })`. */
export interface Engine {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** Of ClickHouse, for instance `26.7.2.1`. */
  readonly version: string;
  readonly directory: string;
  /** The right to the directory; use it to publish what other processes of this machine should know. */
  readonly owner: Owner;
  /** The child's process number; changes with a restart, and is undefined while there is no child. */
  pid(): number | undefined;
  /** Called after every restart. Returns a function that ends this. */
  onRestart(callback: (restart: { readonly pid: number; readonly restarts: number }) => void): () => void;
  /** Lets running queries finish for two seconds, closes the store and gives the directory back. May be called twice. */
  stop(): Promise<void>;
}

/**
 * Starts the embedded ClickHouse on a directory and keeps it running.
 *
 * The engine is a child process: it listens on 127.0.0.1 only, under a secret made here, and ends with this process
 * even if that is killed. If the child dies, it is started again with the same port and secret, so that a client just
 * repeats its request; until then connections are refused at once.
 *
 * Throws EngineDirectoryInUse when another process that is alive owns the directory, EngineStartFailed for the rest.
 */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const directory = resolve(options.directory);
  const log = options.log ?? logToStderr;
  const owner = await takeOwnership(directory);
  try {
    const entry = options.childEntry ?? (await buildChild());
    const config = configOf(options, directory);
    const start = (port: number): Promise<RunningChild> =>
      startChild(entry, { ...config, port }, options.startTimeoutMs ?? 60_000, log);
    const first = await start(config.port).catch((cause: unknown) => {
      if (cause instanceof EngineStartFailed && cause.code === STORE_IS_LOCKED)
        throw new EngineDirectoryInUse(directory, undefined);
      throw cause;
    });
    const url = `http://127.0.0.1:${first.port}`;
    const supervision = keepAlive(
      first,
      () => start(first.port),
      log,
      (child) => owner.setEngine({ pid: child.pid, url }),
    );
    return engineOf(supervision, { url, directory, owner, config, version: first.version, log });
  } catch (cause) {
    owner.release();
    throw cause;
  }
}

function configOf(options: EngineOptions, directory: string): ChildConfig {
  const folder = (path: string): string => (mkdirSync(path, { recursive: true, mode: 0o700 }), path);
  return {
    storePath: folder(join(directory, 'store')),
    spoolPath: join(directory, 'spool'),
    backupPath: folder(resolve(options.backupDirectory ?? join(directory, 'backups'))),
    port: options.port ?? 0,
    username: 'tocsin',
    password: randomBytes(24).toString('base64url'),
    timeZone: options.timeZone ?? 'UTC',
    limits: limitsOf(options),
  };
}

interface Facts {
  readonly url: string;
  readonly directory: string;
  readonly version: string;
  readonly owner: Owner;
  readonly config: ChildConfig;
  readonly log: (entry: EngineLog) => void;
}

function engineOf(supervision: Supervision, { url, directory, version, owner, config, log }: Facts): Engine {
  log({ level: 'info', message: `ClickHouse ${version} on ${url}, tables in ${directory}` });
  let stopped: Promise<void> | undefined;
  return {
    url,
    username: config.username,
    password: config.password,
    version,
    directory,
    owner,
    pid: supervision.pid,
    onRestart: supervision.onRestart,
    stop: () => (stopped ??= supervision.stop().finally(() => owner.release())),
  };
}
