/** Failed tries before the first wait, per key. */
const FREE_FAILURES = 5;
const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** A key without a new failure for so long is forgotten. */
const FORGET_AFTER_MS = 60 * 60_000;
const MOST_KEYS = 10_000;

interface Record {
  failures: number;
  lastAtMs: number;
}

/**
 * Slows down guessing: after five failures under one key each further try has to wait, twice as long every time, up to
 * a quarter of an hour. In memory and per process: a restart forgives, and so do `MOST_KEYS` newer keys.
 */
export class Attempts {
  readonly #records = new Map<string, Record>();

  /** Milliseconds until the next try under any of these keys is allowed; 0 is now. */
  waitMs(keys: readonly string[], at: Date): number {
    return Math.max(0, ...keys.map((key) => this.#waitOf(key, at.getTime())));
  }

  failed(keys: readonly string[], at: Date): void {
    for (const key of keys) {
      const failures = (this.#records.get(key)?.failures ?? 0) + 1;
      this.#records.delete(key); // the newest goes to the end: the first in line is the oldest
      this.#records.set(key, { failures, lastAtMs: at.getTime() });
    }
    const oldest = this.#records.keys();
    while (this.#records.size > MOST_KEYS) this.#records.delete(String(oldest.next().value));
  }

  succeeded(keys: readonly string[]): void {
    for (const key of keys) this.#records.delete(key);
  }

  #waitOf(key: string, nowMs: number): number {
    const record = this.#records.get(key);
    if (record === undefined || record.failures < FREE_FAILURES) return 0;
    if (nowMs - record.lastAtMs > FORGET_AFTER_MS) {
      this.#records.delete(key);
      return 0;
    }
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (record.failures - FREE_FAILURES));
    return record.lastAtMs + wait - nowMs;
  }
}
