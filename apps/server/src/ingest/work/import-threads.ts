import type { Preview } from '@tocsin/contracts';
import type { InspectedTable, ProfileChoice } from '@tocsin/ingestion';
import { Piscina } from 'piscina';
import type {
  BlockTask,
  GatherTask,
  InspectTask,
  PreviewTask,
  ReadBlock,
  ScatterTask,
  ScatteredBlock,
} from './ingest-worker.ts';
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

  /** Has the threads started while a file is still being opened: the first block need not wait for them. */
  wake(): void {
    for (let thread = 0; thread < this.#count; thread++) {
      this.#run({}, { name: 'wakeUp' }).catch(() => undefined); // told by the first task that is waited for
    }
  }

  /** Reads one block; its bytes move to the thread and can no longer be used here. */
  read(task: BlockTask): Promise<ReadBlock> {
    return this.#run<ReadBlock>(task, { transferList: [task.block.bytes.buffer] });
  }

  /** Sorts the records of one block by complaint; its bytes move to the thread. */
  scatter(task: ScatterTask): Promise<ScatteredBlock> {
    return this.#run<ScatteredBlock>(task, { name: 'scatterBlock', transferList: [task.block.bytes.buffer] });
  }

  /** Looks at the beginning of a file. */
  inspect(task: InspectTask): Promise<InspectedTable> {
    return this.#run<InspectedTable>(task, { name: 'inspectFile' });
  }

  /** Finds the profile that the beginning of a file fits. */
  choose(task: InspectTask): Promise<ProfileChoice> {
    return this.#run<ProfileChoice>(task, { name: 'chooseProfile' });
  }

  /** Reads the beginning of a file under a profile, and stores nothing. */
  preview(task: PreviewTask): Promise<Preview> {
    return this.#run<Preview>(task, { name: 'previewFile' });
  }

  /** Makes complaints out of the records of one bucket. */
  gather(task: GatherTask): Promise<ReadBlock> {
    return this.#run<ReadBlock>(task, { name: 'gatherBucket' });
  }

  async close(): Promise<void> {
    const pool = await this.#pool?.catch(() => undefined);
    this.#pool = undefined;
    await pool?.destroy();
  }

  async #run<Answer>(task: object, options: Parameters<Piscina['run']>[1]): Promise<Answer> {
    const pool = await (this.#pool ??= this.#start());
    return (await pool.run(task, options)) as Answer;
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
