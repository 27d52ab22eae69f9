import { setTimeout as sleep } from 'node:timers/promises';
import { ClickHouseError } from '@clickhouse/client';

/** What a dying or restarting engine, or a proxy before it, looks like from here. */
const LOST = ['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'UND_ERR_SOCKET', 'EAI_AGAIN'];
/** The server's own "come back later": too many queries, socket timeout, network, read-only replica, keeper. */
const BUSY = ['202', '209', '210', '242', '439', '999'];
const SAYS = /socket hang up|premature close|\b(429|503)\b|too many requests|service unavailable/i;

/** Whether the same request may succeed in a moment, rather than fail again for the same reason. */
export function isPassing(error: unknown): boolean {
  if (error instanceof ClickHouseError) return BUSY.includes(error.code);
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return LOST.includes(code) || SAYS.test(error.message) || (error.cause !== undefined && isPassing(error.cause));
}

const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 2_000;

/**
 * Does `work` until it succeeds, fails for good, or `forMs` have gone by; then the last error is thrown as it is.
 * Waits grow twofold and are drawn at random, so that many callers do not come back at the same instant.
 */
export async function withRetry<Result>(forMs: number, work: () => Promise<Result>): Promise<Result> {
  const giveUpAt = performance.now() + forMs;
  for (let longest = FIRST_WAIT_MS; ; longest = Math.min(longest * 2, LONGEST_WAIT_MS)) {
    try {
      return await work();
    } catch (error) {
      const wait = longest * (0.5 + Math.random() / 2);
      if (!isPassing(error) || performance.now() + wait > giveUpAt) throw error;
      await sleep(wait);
    }
  }
}
