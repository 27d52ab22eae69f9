import type { Layout, Sentence } from '@tocsin/contracts';
import { type Block, detectHeader } from '@tocsin/ingestion';
import { numberedColumns } from '../opened-file.ts';

/** One row of a sheet: its number as the spreadsheet shows it, and its cells as text; empty ones at the end are absent. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly string[];
}

export interface SheetTable {
  readonly headerRow: number;
  readonly columns: readonly string[];
  readonly blocks: AsyncGenerator<Block>;
  readonly evidence: readonly Sentence[];
}

const LOOKED_AT = 60;
const BLOCK_CHARACTERS = 2 ** 19;
/** So many missing rows are filled with blank ones; a wider gap begins a new block. */
const FILLED_GAP = 50;

/** Finds the header among the first rows of a sheet and hands the rows on as blocks of CSV, which every reader knows. */
export async function sheetTable(rows: AsyncGenerator<SheetRow[]>, choice: Partial<Layout>): Promise<SheetTable> {
  const first: SheetRow[] = [];
  let over = false;
  while (first.length < LOOKED_AT && !over) {
    const { value, done } = await rows.next();
    over = done === true;
    if (value !== undefined) first.push(...value);
  }
  const headerRow = choice.headerRow ?? headerAmong(first);
  const header = first.find(({ number }) => number === headerRow);
  const width = header?.cells.length ?? Math.max(1, ...first.map(({ cells }) => cells.length));
  const columns = header === undefined ? numberedColumns(width) : header.cells.map((name) => name.trim());
  const evidence = choice.headerRow === undefined ? [ofHeader(headerRow)] : [];
  return { headerRow, columns, evidence, blocks: blocksOf(again(first, rows), headerRow, columns.length) };
}

function headerAmong(rows: readonly SheetRow[]): number {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const padded = rows
    .slice(0, LOOKED_AT)
    .map(({ cells }) => [...cells, ...Array<string>(width - cells.length).fill('')]);
  const { header } = detectHeader(padded);
  return header < 0 ? 0 : (rows[header]?.number ?? 0);
}

const ofHeader = (row: number): Sentence =>
  row === 0
    ? { zh: '没有表头：首行与以下各行的内容同类。', en: 'No header: the first row looks like those below it.' }
    : { zh: `表头在第 ${row} 行。`, en: `The header is row ${row}.` };

async function* again(first: readonly SheetRow[], rest: AsyncGenerator<SheetRow[]>): AsyncGenerator<SheetRow> {
  try {
    yield* first;
    for await (const rows of rest) yield* rows;
  } finally {
    await rest.return(undefined);
  }
}

async function* blocksOf(rows: AsyncGenerator<SheetRow>, headerRow: number, width: number): AsyncGenerator<Block> {
  const encoder = new TextEncoder();
  let text = '';
  let firstRow = 0;
  let next = 0;
  let kind: Block['kind'] = 'records';
  const block = (): Block => ({ kind, bytes: encoder.encode(text), firstRow });
  for await (const { number, cells } of rows) {
    if (number === headerRow) continue;
    const is = number < headerRow ? 'titles' : 'records';
    const gap = number - next;
    if (text !== '' && (is !== kind || gap > FILLED_GAP || text.length > BLOCK_CHARACTERS)) {
      yield block();
      text = '';
    }
    if (text === '') firstRow = number;
    else text += '\n'.repeat(Math.max(0, gap));
    kind = is;
    next = number + 1;
    text += csvLine(cells, is === 'records' ? width : cells.length);
  }
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
