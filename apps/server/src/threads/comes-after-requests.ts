import { constants, setPriority } from 'node:os';
import process from 'node:process';

/**
 * Called in a thread: when there are fewer processors than threads with work, whoever answers requests is served first. On
 * Linux each thread has a priority of its own; elsewhere it would be that of the whole process, and nothing is done.
 */
export function comesAfterRequests(): void {
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
}
