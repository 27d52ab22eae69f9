import { setImmediate as otherWork } from 'node:timers/promises';

/** Rows that are written as text at once: a millisecond or two of work. */
const AT_ONCE = 256;

/** The rows; every few hundred others have their turn. */
export async function* rowsInTurns(rows: Iterable<object>): AsyncGenerator<object> {
  let count = 0;
  for (const row of rows) {
    yield row;
    count += 1;
    if (count % AT_ONCE === 0) await otherWork();
  }
}
