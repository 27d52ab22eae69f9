import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** What the thread answers: first the schema, then batches of rows as Arrow streams, and null at the end. */
export interface ParquetSchema {
  readonly schema: Uint8Array<ArrayBuffer>;
  readonly rows: number;
}
export interface ParquetBatch {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly rows: number;
}

/**
 * The whole of the thread. It is text because it must run from a bundle, from sources and from a test alike, and needs
 * nothing of ours: each message asked for is answered by one.
 */
const CODE = `
const { parentPort, workerData: { path, batchRows, reader } } = require('node:worker_threads');
const { openAsBlob } = require('node:fs');
const { ParquetFile } = require(reader);
let batches;
async function next() {
  if (batches === undefined) {
    const file = await ParquetFile.fromFile(await openAsBlob(path));
    batches = (await file.stream({ batchSize: batchRows, concurrency: 1 })).getReader();
    return { schema: file.schema().intoIPCStream(), rows: file.metadata().fileMetadata().numRows() };
  }
  const { value, done } = await batches.read();
  return done ? null : { rows: value.numRows, bytes: value.intoIPCStream() };
}
parentPort.on('message', async () => parentPort.postMessage(await next()));
`;

/**
 * Reads a Parquet file in a thread of its own: decoding is work for a processor, and at some damage the reader (compiled
 * from Rust) ends its thread instead of throwing. Here that is an error like any other: `next` throws.
 */
export class ParquetThread {
  readonly #worker: Worker;

  constructor(path: string, batchRows: number) {
    const reader = createRequire(import.meta.url).resolve('parquet-wasm');
    this.#worker = new Worker(CODE, { eval: true, workerData: { path, batchRows, reader }, stderr: true });
    this.#worker.on('error', () => undefined); // heard by whoever asks next
  }

  /** The next answer; null when there are no more rows. */
  async next<Answer extends ParquetSchema | ParquetBatch>(): Promise<Answer | null> {
    return new Promise<Answer | null>((answer, failed) => {
      const settle = (act: () => void) => {
        this.#worker.off('message', heard).off('error', broken).off('exit', gone);
        act();
      };
      const heard = (message: Answer | null) => settle(() => answer(message));
      const broken = (error: unknown) =>
        settle(() => failed(error instanceof Error ? error : new Error(String(error))));
      const gone = () => settle(() => failed(new RangeError('the reader is gone')));
      this.#worker.on('message', heard).on('error', broken).on('exit', gone);
      this.#worker.postMessage('next');
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
