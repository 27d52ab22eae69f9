const FIRST_MS = 60_000;
const LONGEST_MS = 6 * 3_600_000;
/** With these pauses the last attempt comes about three days after the first. */
const MOST_ATTEMPTS = 20;

/**
 * When a notice that failed is tried again: 1 minute after the first attempt, then twice as long each time, at most
 * 6 hours. Undefined after 20 attempts: it is given up.
 */
export function retryAt(attempts: number, now: Date): Date | undefined {
  if (attempts >= MOST_ATTEMPTS) return undefined;
  return new Date(now.getTime() + Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempts - 1)));
}
