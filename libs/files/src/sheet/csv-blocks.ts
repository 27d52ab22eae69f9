import type { Block } from '@tocsin/ingestion';
import type { SheetRow } from './sheet-row.ts';

const BLOCK_CHARACTERS = 2 ** 19;
/** So many missing rows are filled with blank ones; a wider gap begins a new block. */
const FILLED_GAP = 50;

/** Hands rows on as blocks of CSV, which every reader knows. `tell` hears how many of them are in blocks. */
export function* csvBlocks(
  rows: readonly SheetRow[],
  { headerRow, columns }: { readonly headerRow: number; readonly columns: readonly string[] },
  tell: (rows: number) => void,
): Generator<Block> {
  const encoder = new TextEncoder();
  let text = '';
  let firstRow = 0;
  let next = 0;
  let kind: Block['kind'] = 'records';
  const block = (): Block => ({ kind, bytes: encoder.encode(text), firstRow });
  for (const [place, { number, cells }] of rows.entries()) {
    if (number === headerRow) continue;
    const is = number < headerRow ? 'titles' : 'records';
    const gap = number - next;
    if (text !== '' && (is !== kind || gap > FILLED_GAP || text.length > BLOCK_CHARACTERS)) {
      tell(place);
      yield block();
      text = '';
    }
    if (text === '') firstRow = number;
    else text += '\n'.repeat(Math.max(0, gap));
    kind = is;
    next = number + 1;
    text += csvLine(cells, is === 'records' ? columns.length : cells.length);
  }
  tell(rows.length);
  if (text !== '') yield block();
}

/** A row as a line; cells that a sheet leaves out at its end are empty ones. */
function csvLine(cells: readonly string[], width: number): string {
  let line = '';
  for (let place = 0; place < Math.max(cells.length, width); place++) {
    const cell = cells[place] ?? '';
    line += (place === 0 ? '' : ',') + (NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  }
  return `${line}\n`;
}

const NEEDS_QUOTES = /[",\r\n]/;
