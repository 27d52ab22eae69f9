import { fork, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { ChildConfig, ChildMessage, ParentMessage } from './child/child-config.ts';
import type { EngineLog } from './options.ts';

/** Threads for things that are not queries: spool files, name look-ups, kills. */
const SPARE_THREADS = 12;
const MIN_THREADS = 16;

/** A child that answers requests. */
export interface RunningChild {
  readonly pid: number;
  readonly port: number;
  readonly version: string;
  /** Resolves when the process has ended, with how. */
  readonly ended: Promise<string>;
  stop(): void;
  kill(): void;
}

/** The child could not start. `code` is ClickHouse's, or 0 if the process ended without a word. */
export class EngineStartFailed extends Error {
  readonly code: number;

  constructor(message: string, code: number) {
    super(`the engine could not start: ${message}`);
    this.name = 'EngineStartFailed';
    this.code = code;
  }
}

/** Starts a child and waits until it answers requests. Rejects with EngineStartFailed; then no process is left. */
export async function startChild(
  entry: string,
  config: ChildConfig,
  timeoutMs: number,
  log: (entry: EngineLog) => void,
): Promise<RunningChild> {
  const threads = Math.max(MIN_THREADS, config.limits.maxConcurrent + SPARE_THREADS);
  const child = fork(entry, [], {
    // Of the environment only what the system needs. TZ keeps Node and the engine in step.
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TMPDIR: process.env.TMPDIR,
      TZ: config.timeZone,
      UV_THREADPOOL_SIZE: String(threads),
    },
    execArgv: ['--enable-source-maps'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const { ended, said } = listen(child, log);
  try {
    const ready = await untilReady(child, config, ended, timeoutMs);
    for (const message of said.splice(0)) log({ level: 'warn', message });
    return {
      pid: child.pid ?? 0,
      ...ready,
      ended,
      stop: () => send(child, { type: 'stop' }),
      kill: () => child.kill('SIGKILL'),
    };
  } catch (cause) {
    child.kill('SIGKILL');
    await ended;
    throw withReason(cause, said);
  }
}

/** What the child prints goes to the log, except before it is ready: then it is held back, as the reason of a failure. */
function listen(child: ChildProcess, log: (entry: EngineLog) => void): { ended: Promise<string>; said: string[] } {
  const said: string[] = [];
  let ready = false;
  child.on('message', (message: ChildMessage) => (ready ||= message.type === 'ready'));
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (message) =>
      ready ? log({ level: 'warn', message }) : said.push(message),
    );
  }
  const ended = new Promise<string>((resolve) => {
    // 'close' comes when the last line has been read, 'exit' may come before.
    child.once('close', (code, signal) => resolve(signal ? `signal ${signal}` : `code ${code}`));
    child.once('error', (cause) => resolve(cause.message));
  });
  return { ended, said };
}

/** chDB prints why it could not open a store, and throws without saying. */
function withReason(cause: unknown, said: readonly string[]): unknown {
  if (!(cause instanceof EngineStartFailed) || said.length === 0) return cause;
  const code = /Code: (\d+)\. DB::Exception/.exec(said.join('\n'))?.[1];
  return new EngineStartFailed(said.slice(-5).join('\n'), code === undefined ? cause.code : Number(code));
}

function untilReady(
  child: ChildProcess,
  config: ChildConfig,
  ended: Promise<string>,
  timeoutMs: number,
): Promise<{ port: number; version: string }> {
  return new Promise((resolve, reject) => {
    const fail = (message: string, code = 0): void => (
      clearTimeout(timer),
      reject(new EngineStartFailed(message, code))
    );
    const timer = setTimeout(() => fail(`it was not ready within ${timeoutMs} ms`), timeoutMs);
    void ended.then((how) => fail(`its process ended with ${how}`));
    child.on('message', (message: ChildMessage) => {
      if (message.type === 'hello') send(child, { type: 'start', config });
      else if (message.type === 'failed') fail(message.message, message.code);
      else {
        clearTimeout(timer);
        resolve({ port: message.port, version: message.version });
      }
    });
  });
}

/** A child that has just died cannot be told anything; its end is noticed elsewhere. */
const send = (child: ChildProcess, message: ParentMessage): void => {
  if (child.connected) child.send(message, () => undefined);
};
