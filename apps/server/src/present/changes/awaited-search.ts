import { Refusal } from '../../refusal.ts';

/**
 * Work that several people wait for, done once. It goes on while any of them is there: when the last one leaves before its
 * end, it is broken off.
 */
export class AwaitedSearch<Found> {
  readonly #stop = new AbortController();
  readonly #found: Promise<Found>;
  #waiting = 0;
  #isOver = false;

  constructor(work: (signal: AbortSignal) => Promise<Found>) {
    this.#found = work(this.#stop.signal).finally(() => (this.#isOver = true));
    this.#found.catch(() => undefined); // told to whoever waits
  }

  /** Whether nobody waited any more: whoever asks now has to begin anew. */
  get isBrokenOff(): boolean {
    return this.#stop.signal.aborted;
  }

  /** What is found; `gone` tells that this one has left. */
  async wait(gone: AbortSignal): Promise<Found> {
    this.#waiting += 1;
    const leave = () => {
      this.#waiting -= 1;
      if (this.#waiting === 0 && !this.#isOver) this.#stop.abort(new Refusal('busy'));
    };
    if (gone.aborted) leave();
    else gone.addEventListener('abort', leave, { once: true });
    return this.#found;
  }
}
