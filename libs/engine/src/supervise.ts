import type { RunningChild } from './child-process';
import type { EngineLog } from './options';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5_000;
/** A child that lived this long did not die of its start; the next pause is short again. */
const HEALTHY_AFTER_MS = 30_000;
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
  let startedAt = Date.now();

  const restart = async (failures: number): Promise<number> => {
    await pause(Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS), stopping.signal);
    if (stopping.signal.aborted) return failures;
    try {
      child = await start();
      startedAt = Date.now();
      restarts += 1;
      onStart(child);
      for (const callback of callbacks) callback({ pid: child.pid, restarts });
      return failures + 1;
    } catch (cause) {
      log({ level: 'error', message: cause instanceof Error ? cause.message : String(cause) });
      return failures + 1;
    }
  };

  const watch = async (): Promise<void> => {
    let failures = 0;
    while (!stopping.signal.aborted) {
      if (child) {
        const how = await child.ended;
        child = undefined;
        if (stopping.signal.aborted) return;
        if (Date.now() - startedAt > HEALTHY_AFTER_MS) failures = 0;
        log({ level: 'error', message: `the engine ended with ${how}; starting it again` });
      }
      failures = await restart(failures);
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
      // A restart may be under way; the child it brings must be stopped too.
      if (!child) await watching;
      await endChild(child);
      await watching;
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
