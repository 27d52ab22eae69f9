import { readFileSync } from 'node:fs';

/** A process that can be told from a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Ticks from boot to the start of the process, on Linux; elsewhere null, and the number alone has to do. */
  readonly startTicks: string | null;
}

/** The identity of a process, or of one that no longer exists. */
export const identify = (pid: number): ProcessIdentity => ({ pid, startTicks: startTicksOf(pid) });

/** Is it still there, and still the same? A process of another user counts as running. */
export function isRunning({ pid, startTicks }: ProcessIdentity): boolean {
  try {
    process.kill(pid, 0);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = startTicksOf(pid);
  return startTicks === null || now === null || now === startTicks;
}

/** Field 22 of /proc/N/stat, counted behind the name, which may itself hold blanks and brackets. */
function startTicksOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended and only waits for its parent to notice.
    return fields[0] === 'Z' ? 'ended' : (fields[19] ?? null);
  } catch {
    return null;
  }
}
