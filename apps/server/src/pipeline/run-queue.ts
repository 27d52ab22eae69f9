import type { Ring } from './bell.ts';

interface Waiting {
  ring: Ring;
  readonly done: Promise<void>;
  readonly finish: () => void;
}

/**
 * One run at a time, and at most one more waiting: rings during a run share the next one. When several share it, it
 * reaches as far back as the earliest `since` among them.
 */
export class RunQueue {
  readonly #run: (ring: Ring) => Promise<void>;
  #waiting: Waiting | undefined;
  #working: Promise<void> | undefined;
  #closed = false;

  /** `run` must not reject. */
  constructor(run: (ring: Ring) => Promise<void>) {
    this.#run = run;
  }

  get busy(): boolean {
    return this.#working !== undefined;
  }

  /** Resolves when a run that began after this call has ended, or when the queue is closed. */
  ask(ring: Ring): Promise<void> {
    if (this.#closed) return Promise.resolve();
    if (this.#waiting === undefined) this.#waiting = waiting(ring);
    else this.#waiting.ring = merge(this.#waiting.ring, ring);
    const { done } = this.#waiting;
    this.#working ??= this.#work();
    return done;
  }

  /** Lets the current run end and starts no other. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#waiting?.finish();
    this.#waiting = undefined;
    await this.#working;
  }

  async #work(): Promise<void> {
    await Promise.resolve(); // rings of the same moment share the run
    while (this.#waiting !== undefined) {
      const current = this.#waiting;
      this.#waiting = undefined;
      await this.#run(current.ring);
      current.finish();
    }
    this.#working = undefined;
  }
}

function waiting(ring: Ring): Waiting {
  let finish = (): void => undefined;
  const done = new Promise<void>((resolve) => (finish = resolve));
  return { ring, done, finish };
}

function merge(a: Ring, b: Ring): Ring {
  const since = [a.since, b.since].filter((day) => day !== undefined).sort()[0];
  // whoever asked by hand or by an import is named in the log rather than the clock
  const trigger = a.trigger === 'schedule' ? b.trigger : a.trigger;
  return since === undefined ? { trigger } : { trigger, since };
}
