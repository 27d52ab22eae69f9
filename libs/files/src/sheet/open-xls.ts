import type { Layout } from '@tocsin/contracts';
import { type Block, dateText, isDateFormat, numberText } from '@tocsin/ingestion';
import type { OpenedFile } from '../opened-file.ts';
import { refusals } from '../refusals.ts';
import { chooseSheet } from './choose-sheet.ts';
import { csvBlocks } from './csv-blocks.ts';
import { plain } from './plain.ts';
import { sheetHeader } from './sheet-header.ts';
import type { SheetRow } from './sheet-row.ts';
import { type RawCell, type RawWorkbook, readXls } from './read-xls.ts';

/** The format holds 65,536 rows a sheet: a larger file is none, and the package reads it into memory as a whole. */
const MOST_BYTES = 256 * 2 ** 20;

/** Opens one sheet of a legacy .xls workbook (BIFF). */
export async function openXls(path: string, size: number, choice: Partial<Layout>): Promise<OpenedFile> {
  if (size > MOST_BYTES) throw refusals.damagedWorkbook();
  const { date1904, sheets: raw } = await opened(path);
  const sheets = raw.map(({ name, visible, rows }) => ({ name, visible, rows: rowsOf(rows, date1904) }));
  const samples = sheets.map((one) => ({ ...one, rows: one.rows.slice(0, 60) }));
  const { name, evidence } = chooseSheet(samples, choice.sheet);
  const rows = sheets.find((one) => one.name === name)?.rows ?? [];
  const header = sheetHeader(rows, choice);
  let handedOn = 0;
  const blocks = csvBlocks(rows, header, (count) => {
    handedOn = count;
  });
  return {
    layout: { ...plain, format: 'xls', headerRow: header.headerRow, sheet: name, footer: choice.footer ?? true },
    evidence: [...evidence, ...header.evidence],
    columns: header.columns,
    sheets: sheets.map((one) => one.name),
    entries: [],
    blocks: asStream(blocks),
    bytes: size,
    bytesRead: () => Math.round((size * handedOn) / Math.max(1, rows.length)),
  };
}

async function opened(path: string): Promise<RawWorkbook> {
  try {
    return await readXls(path);
  } catch (error) {
    throw /password|encrypt/i.test(String(error)) ? refusals.encrypted() : refusals.damagedWorkbook();
  }
}

/** As the blocks of other formats come. */
async function* asStream(blocks: Generator<Block>): AsyncGenerator<Block> {
  for (const block of blocks) yield await Promise.resolve(block);
}

function rowsOf(rows: RawWorkbook['sheets'][number]['rows'], date1904: boolean): SheetRow[] {
  return rows.flatMap((row, place) => {
    const cells = (row ?? []).map((cell) => textOf(cell, date1904));
    while (cells.at(-1) === '') cells.pop();
    return cells.length === 0 ? [] : [{ number: place + 1, cells }];
  });
}

function textOf(cell: RawCell | null, date1904: boolean): string {
  if (cell === null) return '';
  const [type, value, format = 'General', text = ''] = cell;
  if (value === undefined || value === null || type === 'z') return '';
  if (type === 'n')
    return isDateFormat(0, String(format)) ? dateText(Number(value), date1904) : numberText(String(value));
  if (value instanceof Date) return value.toISOString().slice(0, 19).replace('T', ' ');
  return type === 'e' ? text : String(value as string | boolean);
}
