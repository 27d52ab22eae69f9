import type { Preview } from '@tocsin/contracts';
import type { InspectedTable, ProfileChoice, Remaining } from '@tocsin/ingestion';
import { Threads } from '../../threads/threads.ts';
import type { BlockTask, GatherTask, InspectTask, PreviewTask, ScatterTask, ScatteredBlock } from './ingest-worker.ts';

const source = { name: 'ingest-worker', folder: 'ingest/work', libs: ['ingestion', 'contracts'] };

/** A smaller file is read before a second thread has started. */
const SMALL_BYTES = 2 ** 20;

/** The threads that parse, check and mask. */
export class ImportThreads {
  readonly #threads: Threads;

  constructor(count: number) {
    this.#threads = new Threads(count, source);
  }

  /** How many blocks may be under way at once without threads waiting for work. */
  get blocksAhead(): number {
    return this.#threads.count + 2;
  }

  /** Has the threads started while a file of so many bytes still comes in or is being opened: the first block need not wait for them. */
  wakeFor(bytes: number): void {
    if (bytes <= SMALL_BYTES) return;
    for (let thread = 0; thread < this.#threads.count; thread++) {
      this.#threads.run({}, { name: 'wakeUp' }).catch(() => undefined); // told by the first task that is waited for
    }
  }

  /** Reads one block; its bytes move to the thread and can no longer be used here. */
  read(task: BlockTask): Promise<Remaining> {
    return this.#threads.run<Remaining>(task, { transferList: [task.block.bytes.buffer] });
  }

  /** Sorts the records of one block by complaint; its bytes move to the thread. */
  scatter(task: ScatterTask): Promise<ScatteredBlock> {
    return this.#threads.run<ScatteredBlock>(task, { name: 'scatterBlock', transferList: [task.block.bytes.buffer] });
  }

  /** Looks at the beginning of a file. */
  inspect(task: InspectTask): Promise<InspectedTable> {
    return this.#threads.run<InspectedTable>(task, { name: 'inspectFile' });
  }

  /** Finds the profile that the beginning of a file fits. */
  choose(task: InspectTask): Promise<ProfileChoice> {
    return this.#threads.run<ProfileChoice>(task, { name: 'chooseProfile' });
  }

  /** Reads the beginning of a file under a profile, and stores nothing. */
  preview(task: PreviewTask): Promise<Preview> {
    return this.#threads.run<Preview>(task, { name: 'previewFile' });
  }

  /** Makes complaints out of the records of one bucket. */
  gather(task: GatherTask): Promise<Remaining> {
    return this.#threads.run<Remaining>(task, { name: 'gatherBucket' });
  }

  close(): Promise<void> {
    return this.#threads.close();
  }
}
