/** How a bucket stands. */
export interface BucketLevel {
  /** What may still be taken at once; never below 0. */
  readonly remaining: number;
  /** Milliseconds until something may be taken; 0 is now. */
  readonly waitMs: number;
  /** Milliseconds until the bucket is full again. */
  readonly fullInMs: number;
}

interface Bucket {
  level: number;
  atMs: number;
}

const MINUTE_MS = 60_000;
const MOST_KEYS = 10_000;

/**
 * A bucket for each key that holds a minute's worth of something and fills up evenly. Whoever finds something in it may
 * take more than that: how much a request takes is often known only when it has been served, and what was served is owed.
 * The level then lies below zero, and the next one waits until the debt is worked off.
 *
 * In memory and per process: a restart fills all buckets, and so do `MOST_KEYS` keys used more recently.
 *
 * By hand instead of with `@nestjs/throttler` or `rate-limiter-flexible`: those count in windows by the machine's own
 * clock, let nobody overdraw, and this is all there is to it.
 */
export class TokenBuckets {
  readonly #buckets = new Map<string, Bucket>();

  /** `perMinute` is at least 1. */
  constructor(readonly perMinute: number) {}

  look(key: string, at: Date): BucketLevel {
    const { level } = this.#at(key, at.getTime());
    const msFor = (tokens: number) => Math.max(0, Math.ceil((tokens * MINUTE_MS) / this.perMinute));
    return {
      remaining: Math.max(0, Math.floor(level)),
      waitMs: level >= 1 ? 0 : msFor(1 - level),
      fullInMs: msFor(this.perMinute - level),
    };
  }

  take(key: string, tokens: number, at: Date): void {
    const bucket = this.#at(key, at.getTime());
    this.#buckets.delete(key); // the last used goes to the end: the first in line is the one that waited longest
    this.#buckets.set(key, { ...bucket, level: bucket.level - tokens });
    const oldest = this.#buckets.keys();
    while (this.#buckets.size > MOST_KEYS) this.#buckets.delete(String(oldest.next().value));
  }

  #at(key: string, nowMs: number): Bucket {
    const known = this.#buckets.get(key) ?? { level: this.perMinute, atMs: nowMs };
    const gained = (Math.max(0, nowMs - known.atMs) * this.perMinute) / MINUTE_MS;
    return { level: Math.min(this.perMinute, known.level + gained), atMs: nowMs };
  }
}
