import { Readable } from 'node:stream';
import type { ArrowTable, Cell } from '../figures/arrow-rows.ts';

/** Without it spreadsheets misread Chinese. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A table as CSV for spreadsheets (RFC 4180): unknown figures are empty cells, and a text that a spreadsheet would run as a
 * formula is defused by an apostrophe. `told` hears the rows written so far.
 */
export function csvStream({ columns, batches }: ArrowTable, told: (rows: number) => void): Readable {
  return Readable.from(
    (async function* () {
      yield `${BYTE_ORDER_MARK}${line(columns)}`;
      let rows = 0;
      for await (const batch of batches) {
        yield batch.map(line).join('');
        told((rows += batch.length));
      }
    })(),
  );
}

const line = (cells: readonly Cell[]): string => `${cells.map(quoted).join(',')}\r\n`;

function quoted(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
