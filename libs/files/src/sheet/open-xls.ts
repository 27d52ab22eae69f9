import type { Layout } from '@tocsin/contracts';
import type { OpenedFile } from '../opened-file.ts';
import { refusals } from '../refusals.ts';
import { dateText, isDateFormat, numberText } from './cell-text.ts';
import { chooseSheet } from './choose-sheet.ts';
import { type SheetRow, sheetTable } from './csv-blocks.ts';
import { plain } from './plain.ts';
import { type RawCell, type RawWorkbook, readXls } from './xls-thread.ts';

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
  const table = await sheetTable(only(rows), choice);
  return {
    layout: { ...plain, format: 'xls', headerRow: table.headerRow, sheet: name, footer: choice.footer ?? true },
    evidence: [...evidence, ...table.evidence],
    columns: table.columns,
    sheets: sheets.map((one) => one.name),
    entries: [],
    blocks: table.blocks,
    bytes: size,
    bytesRead: () => size,
  };
}

async function opened(path: string): Promise<RawWorkbook> {
  try {
    return await readXls(path);
  } catch (error) {
    throw /password|encrypt/i.test(String(error)) ? refusals.encrypted() : refusals.damagedWorkbook();
  }
}

/** A list as the stream that sheets of the other format are. */
async function* only(rows: SheetRow[]): AsyncGenerator<SheetRow[]> {
  yield await Promise.resolve(rows);
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
