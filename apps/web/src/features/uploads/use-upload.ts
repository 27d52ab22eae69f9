import { onScopeDispose, reactive, readonly } from 'vue';
import { ApiError, isPassing } from '../../api/api-error.ts';
import { useTrouble } from '../../i18n/use-trouble.ts';
import { sendFile } from './send-file.ts';
import { dropUpload } from './tus-client.ts';
import { forgetUnfinished } from './unfinished-uploads.ts';

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 15_000;

/** `lost`: the line is down and the upload goes on by itself when it is back. */
export type UploadPhase = 'idle' | 'sending' | 'paused' | 'lost' | 'failed';

/**
 * One upload that survives a lost line (tried again until it works) and a reload (choosing the same file again
 * continues where the server stopped). `onDone` gets the id of the whole upload.
 */
export function useUpload(onDone: (id: string, name: string) => void) {
  const explain = useTrouble();
  const state = reactive({ phase: 'idle' as UploadPhase, id: '', name: '', size: 0, sent: 0, trouble: '' });
  let file: File | undefined;
  let stopper = new AbortController();
  const onProgress = (id: string, sent: number) => Object.assign(state, { id, sent, phase: 'sending' });

  async function run(): Promise<void> {
    if (!file) return;
    stopper = new AbortController();
    const { signal } = stopper;
    Object.assign(state, { phase: 'sending', trouble: '' });
    for (let wait = FIRST_WAIT_MS; !signal.aborted; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      try {
        const id = await sendFile(file, { signal, onProgress });
        state.phase = 'idle';
        return onDone(id, file.name);
      } catch (error) {
        if (signal.aborted) return;
        if (!isWorthWaiting(error)) return void Object.assign(state, { phase: 'failed', trouble: explain(error) });
        state.phase = 'lost';
        await waitFor(wait, signal);
      }
    }
  }

  const start = (chosen: File) => {
    file = chosen;
    Object.assign(state, { id: '', name: chosen.name, size: chosen.size, sent: 0 });
    return run();
  };
  const pause = () => {
    stopper.abort();
    state.phase = 'paused';
  };
  const cancel = async () => {
    stopper.abort();
    const { id } = state;
    Object.assign(state, { phase: 'idle', id: '', name: '', sent: 0, size: 0, trouble: '' });
    if (id === '') return;
    forgetUnfinished(id);
    await dropUpload(id);
  };
  onScopeDispose(() => stopper.abort());
  return { state: readonly(state), start, pause, resume: run, cancel };
}

/** A conflict means that the server counts otherwise than we: asking again puts it right. */
const isWorthWaiting = (error: unknown) =>
  isPassing(error) || (error instanceof ApiError && error.problem?.status === 409);

/** Waits, but no longer than until the line is back or the wait is broken off. */
function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      removeEventListener('online', go);
      resolve();
    };
    const timer = setTimeout(go, ms);
    addEventListener('online', go);
    signal.addEventListener('abort', go, { once: true });
  });
}
