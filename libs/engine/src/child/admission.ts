import { engineError } from './engine-error.ts';

export type Lane = 'read' | 'write';

interface Waiting {
  start(): void;
}

export interface AdmissionLimits {
  readonly maxConcurrent: number;
  readonly maxQueued: number;
  readonly queueTimeoutMs: number;
}

/**
 * Who may run now. A bounded number of queries runs, a bounded number waits, the rest is told to come back (code 202).
 *
 * Reads and writes wait in separate lanes, which take turns, and neither may take the last quarter of the places from
 * the other: a flood of inserts leaves room for pages, and heavy pages leave room for inserts.
 */
export class Admission {
  private readonly running: Record<Lane, number> = { read: 0, write: 0 };
  private readonly waiting: Record<Lane, Waiting[]> = { read: [], write: [] };
  private turn: Lane = 'read';

  constructor(private readonly limits: AdmissionLimits) {}

  /**
   * Waits for a place and answers with the function that gives it back.
   * Throws code 202 when too many wait already, or when no place came free in time; an abort rejects with its reason.
   */
  enter(lane: Lane, signal: AbortSignal): Promise<() => void> {
    if (this.hasRoom(lane) && this.waiting[lane].length === 0) return Promise.resolve(this.take(lane));
    if (this.waiting.read.length + this.waiting.write.length >= this.limits.maxQueued) {
      return Promise.reject(tooMany(`${this.limits.maxConcurrent} run and ${this.limits.maxQueued} wait`));
    }
    return new Promise((resolve, reject) => {
      const leave = (reason: unknown): void => {
        settle();
        this.waiting[lane] = this.waiting[lane].filter((other) => other !== entry);
        reject(reason instanceof Error ? reason : new Error(String(reason)));
      };
      const onAbort = (): void => leave(signal.reason);
      const timer = setTimeout(() => leave(tooMany('no place came free in time')), this.limits.queueTimeoutMs);
      const settle = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
      };
      const entry = { start: () => (settle(), resolve(this.take(lane))) };
      this.waiting[lane].push(entry);
      signal.addEventListener('abort', onAbort, { once: true });
      if (signal.aborted) onAbort();
    });
  }

  private hasRoom(lane: Lane): boolean {
    const { maxConcurrent } = this.limits;
    const reserved = Math.floor(maxConcurrent / 4);
    return this.running.read + this.running.write < maxConcurrent && this.running[lane] < maxConcurrent - reserved;
  }

  private take(lane: Lane): () => void {
    this.running[lane] += 1;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.running[lane] -= 1;
      this.startNext();
    };
  }

  private startNext(): void {
    const other: Record<Lane, Lane> = { read: 'write', write: 'read' };
    for (const lane of [this.turn, other[this.turn]]) {
      if (this.waiting[lane].length === 0 || !this.hasRoom(lane)) continue;
      this.turn = other[lane];
      this.waiting[lane].shift()?.start();
      return;
    }
  }
}

const tooMany = (why: string) => engineError('TOO_MANY_SIMULTANEOUS_QUERIES', `Too many simultaneous queries: ${why}`);
