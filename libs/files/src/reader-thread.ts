import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** What a thread is to do. */
export interface ThreadWork {
  /** The package that reads the file. */
  readonly reader: string;
  /**
   * The body of an async function of `reader` (the package) and `path`, which answers a function that is called for each
   * question. It is text because it must run from a bundle, from sources and from a test alike, and so needs nothing of ours.
   */
  readonly code: string;
}

const AROUND = `
const { parentPort, workerData } = require('node:worker_threads');
const begin = new (Object.getPrototypeOf(async () => {}).constructor)('reader', 'path', 'require', workerData.code);
let started;
parentPort.on('message', async () => {
  try {
    const next = await (started ??= begin(require(workerData.reader), workerData.path, require));
    const value = await next();
    parentPort.postMessage({ value }, value?.bytes instanceof Uint8Array ? [value.bytes.buffer] : []);
  } catch (error) {
    parentPort.postMessage({ error: String(error) });
  }
});
`;

/**
 * Reads a file by a package in a thread of its own: decoding is work for a processor, and at some damage a package goes in
 * circles, or (compiled from Rust) ends its thread instead of throwing. Here that is an error like any other.
 */
export class ReaderThread {
  readonly #worker: Worker;

  constructor(path: string, { reader, code }: ThreadWork) {
    const workerData = { path, code, reader: createRequire(import.meta.url).resolve(reader) };
    this.#worker = new Worker(AROUND, { eval: true, workerData, stdout: true, stderr: true });
    this.#worker.on('error', () => undefined); // heard by whoever asks next
  }

  /**
   * Asks for the next answer. Throws an Error with the package's own words, or a RangeError when the thread is gone or has
   * no answer within so many milliseconds.
   */
  async next<Answer>(withinMs?: number): Promise<Answer> {
    return new Promise<Answer>((answer, failed) => {
      const settle = (act: () => void) => {
        clearTimeout(timer);
        this.#worker.off('message', heard).off('error', broken).off('exit', gone);
        act();
      };
      const heard = (message: { value: Answer } | { error: string }) =>
        settle(() => ('error' in message ? failed(new Error(message.error)) : answer(message.value)));
      const broken = (error: unknown) =>
        settle(() => failed(error instanceof Error ? error : new Error(String(error))));
      const gone = () => settle(() => failed(new RangeError('the reader is gone')));
      const timer = withinMs === undefined ? undefined : setTimeout(gone, withinMs);
      this.#worker.on('message', heard).on('error', broken).on('exit', gone);
      this.#worker.postMessage('next');
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
