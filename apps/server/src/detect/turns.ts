import { setImmediate as otherWork } from 'node:timers/promises';

/** Milliseconds of work after which others have their turn: requests are answered while ten thousand series are judged. */
const TURN_MS = 15;

/** Takes turns with other work: `await turns.next()` between two pieces of work goes on at once, or lets others go first. */
export class Turns {
  #began = performance.now();

  async next(): Promise<void> {
    if (performance.now() - this.#began < TURN_MS) return;
    await otherWork();
    this.#began = performance.now();
  }
}
