import { Piscina } from 'piscina';
import type { BlockTask, ReadBlock } from './ingest-worker.ts';
import { workerEntry } from './worker-entry.ts';

/** The threads that parse, check and mask: started with the first import, ended after half a minute without work. */
export class ImportThreads {
  readonly #count: number;
  #pool: Promise<Piscina> | undefined;

  constructor(count: number) {
    this.#count = count;
  }

  /** How many blocks may be under way at once without threads waiting for work. */
  get blocksAhead(): number {
    return this.#count + 2;
  }

  /** Reads one block; its bytes move to the thread and can no longer be used here. */
  async read(task: BlockTask): Promise<ReadBlock> {
    const pool = await (this.#pool ??= this.#start());
    const transferList = [task.block.bytes.buffer];
    return (await pool.run(task, { transferList })) as ReadBlock;
  }

  async close(): Promise<void> {
    const pool = await this.#pool?.catch(() => undefined);
    this.#pool = undefined;
    await pool?.destroy();
  }

  async #start(): Promise<Piscina> {
    return new Piscina({
      filename: await workerEntry(),
      minThreads: 0,
      maxThreads: this.#count,
      idleTimeout: 30_000,
      resourceLimits: { maxOldGenerationSizeMb: 192 },
    });
  }
}
