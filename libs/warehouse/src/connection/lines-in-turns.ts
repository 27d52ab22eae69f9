import { setImmediate as otherWork } from 'node:timers/promises';

/** Rows that are written as text at once: a millisecond or two of work. */
const AT_ONCE = 256;

/** The rows as lines of JSON, a few hundred at once; after each piece others have their turn. */
export async function* linesInTurns(rows: Iterable<object>): AsyncGenerator<string> {
  let lines = '';
  let count = 0;
  for (const row of rows) {
    lines += `${JSON.stringify(row)}\n`;
    count += 1;
    if (count % AT_ONCE > 0) continue;
    yield lines;
    lines = '';
    await otherWork();
  }
  if (lines !== '') yield lines;
}
