import type { RunningChild } from './child-process.ts';
import type { EngineLog } from './options.ts';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5_000;
/** A child that lived this long did not die of its start; the next pause is short again. */
const HEALTHY_AFTER_MS = 30_000;
const CHECK_MS = 100;
const STOP_PATIENCE_MS = 10_000;

export type Restart = { readonly pid: number; readonly restarts: number };

export interface Supervision {
  pid(): number | undefined;
  onRestart(callback: (restart: Restart) => void): () => void;
  stop(): Promise<void>;
}

/**
 * Starts the child again whenever it ends, with growing pauses (50 ms to 5 s), until `stop`.
 * `onStart` is told of every child, the first included.
 */
export function keepAlive(
  first: RunningChild,
  start: () => Promise<RunningChild>,
  log: (entry: EngineLog) => void,
  onStart: (child: RunningChild) => void,
): Supervision {
  const callbacks = new Set<(restart: Restart) => void>();
  const stopping = new AbortController();
  let child: RunningChild | undefined = first;
  let restarts = 0;

  const restart = async (): Promise<void> => {
    child = await start();
    restarts += 1;
    onStart(child);
    for (const callback of callbacks) callback({ pid: child.pid, restarts });
  };
  const watch = async (): Promise<void> => {
    for (let failures = 0; ; failures += 1) {
      const startedAt = Date.now();
      const how = await child?.ended;
      child = undefined;
      if (stopping.signal.aborted) return;
      if (how) log({ level: 'error', message: `the engine ended with ${how}; starting it again` });
      if (Date.now() - startedAt > HEALTHY_AFTER_MS) failures = 0;
      await pause(Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS), stopping.signal);
      if (stopping.signal.aborted) return;
      await restart().catch((cause: unknown) => log({ level: 'error', message: String(cause) }));
    }
  };

  onStart(first);
  const watching = watch();
  return {
    pid: () => child?.pid,
    onRestart: (callback) => {
      callbacks.add(callback);
      return () => void callbacks.delete(callback);
    },
    stop: async () => {
      stopping.abort();
      // If a restart is under way, the child that it brings is ended as soon as it is there.
      const ending = setInterval(() => child?.stop(), CHECK_MS);
      await endChild(child);
      await watching.finally(() => clearInterval(ending));
    },
  };
}

async function endChild(child: RunningChild | undefined): Promise<void> {
  if (!child) return;
  child.stop();
  const timer = setTimeout(() => child.kill(), STOP_PATIENCE_MS);
  await child.ended;
  clearTimeout(timer);
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
