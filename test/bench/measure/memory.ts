import { readFileSync } from 'node:fs';

/** A figure of /proc/PID/status in megabytes; 0 when the process is gone. Linux only. */
function statusMb(pid: number, name: 'VmHWM' | 'VmRSS'): number {
  try {
    const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(new RegExp(`${name}:\\s+(\\d+) kB`));
    return Number(line?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** The most memory a process ever held (peak resident set), in megabytes. */
export const peakMb = (pid: number): number => statusMb(pid, 'VmHWM');
export const residentMb = (pid: number): number => statusMb(pid, 'VmRSS');
