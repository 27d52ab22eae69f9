import { Piscina } from 'piscina';
import { type ThreadSource, threadEntry } from './thread-entry.ts';

/** Memory that a thread may hold on to, in megabytes. */
const MOST_MEMORY_MB = 192;
const IDLE_MS = 30_000;

/** Threads that run one file's functions by name: started with the first task, ended after half a minute without work. */
export class Threads {
  #pool: Promise<Piscina> | undefined;

  constructor(
    readonly count: number,
    private readonly source: ThreadSource,
  ) {}

  /** Runs the function of that name (the default one without a name); what is in `transferList` moves to the thread. */
  async run<Answer>(task: object, options?: Parameters<Piscina['run']>[1]): Promise<Answer> {
    const pool = await (this.#pool ??= this.#start());
    return (await pool.run(task, options)) as Answer;
  }

  async close(): Promise<void> {
    const pool = await this.#pool?.catch(() => undefined);
    this.#pool = undefined;
    await pool?.destroy();
  }

  async #start(): Promise<Piscina> {
    return new Piscina({
      filename: await threadEntry(this.source),
      minThreads: 0,
      maxThreads: this.count,
      idleTimeout: IDLE_MS,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    });
  }
}
