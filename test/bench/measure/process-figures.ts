import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A figure of /proc/PID/status in megabytes; 0 when the process is gone. Linux only. */
function statusMb(pid: number, name: 'VmHWM'): number {
  try {
    const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(new RegExp(`${name}:\\s+(\\d+) kB`));
    return Number(line?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** The most memory a process ever held (peak resident set), in megabytes. */
export const peakMb = (pid: number): number => statusMb(pid, 'VmHWM');

/** Clock ticks of /proc/PID/stat are hundredths of a second on every Linux in use. */
const TICKS_PER_SECOND = 100;

/**
 * Seconds of processor that a process has used, all its threads together; 0 when it is gone. Unlike the time on the
 * wall it hardly moves when other work shares the machine.
 */
export function cpuSeconds(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything; after it the fields are plain: utime is the 12th, stime the 13th.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  } catch {
    return 0;
  }
}

const LOOK_MS = 3_000;
const IDLE_SHARE = 0.05;

/** Waits until all of the processes together have hardly used a processor for three seconds; `patienceMs` at most. */
export async function idle(pids: readonly number[], patienceMs = 300_000): Promise<void> {
  const used = (): number => pids.reduce((sum, pid) => sum + cpuSeconds(pid), 0);
  const until = performance.now() + patienceMs;
  for (let before = used(); performance.now() < until;) {
    await sleep(LOOK_MS);
    const now = used();
    if (now - before < IDLE_SHARE * (LOOK_MS / 1000)) return;
    before = now;
  }
}
