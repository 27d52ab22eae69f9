import type { Clock } from '../clock.ts';

/** A sign-out on another server takes at most so long to be noticed here. */
const BELIEVED_FOR_MS = 5_000;
const MOST = 5_000;

/** Remembers answers for a few seconds, so that a page's burst of requests asks the tables once. */
export class RecentlySeen<Answer> {
  readonly #clock: Clock;
  readonly #answers = new Map<string, { readonly answer: Promise<Answer | undefined>; readonly atMs: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The remembered answer, else that of `read`. Failures and `undefined` are not remembered. */
  get(key: string, read: () => Promise<Answer | undefined>): Promise<Answer | undefined> {
    const now = this.#clock.now().getTime();
    const known = this.#answers.get(key);
    if (known !== undefined && Math.abs(now - known.atMs) < BELIEVED_FOR_MS) return known.answer;
    if (this.#answers.size >= MOST) this.#answers.clear();
    const answer = read();
    this.#answers.set(key, { answer, atMs: now });
    answer.then(
      (value) => value === undefined && this.forget(key),
      () => this.forget(key),
    );
    return answer;
  }

  forget(key: string): void {
    this.#answers.delete(key);
  }
}
