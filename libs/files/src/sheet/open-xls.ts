import { readFile } from 'node:fs/promises';
import { type CellObject, type WorkSheet, read, utils } from '@e965/xlsx';
import type { Layout } from '@tocsin/contracts';
import type { OpenedFile } from '../opened-file.ts';
import { refusals } from '../refusals.ts';
import { dateText, isDateFormat, numberText } from './cell-text.ts';
import { chooseSheet } from './choose-sheet.ts';
import { type SheetRow, sheetTable } from './csv-blocks.ts';
import { plain } from './plain.ts';

/** The format holds 65,536 rows a sheet: a larger file is none, and the package reads it into memory as a whole. */
const MOST_BYTES = 256 * 2 ** 20;

/** Opens one sheet of a legacy .xls workbook (BIFF). */
export async function openXls(path: string, size: number, choice: Partial<Layout>): Promise<OpenedFile> {
  if (size > MOST_BYTES) throw refusals.damagedWorkbook();
  const workbook = opened(await readFile(path));
  const date1904 = workbook.Workbook?.WBProps?.date1904 ?? false;
  const sheets = workbook.SheetNames.map((name, place) => ({
    name,
    visible: (workbook.Workbook?.Sheets?.[place]?.Hidden ?? 0) === 0,
    rows: rowsOf(workbook.Sheets[name], date1904),
  }));
  const { name, evidence } = chooseSheet(
    sheets.map((one) => ({ ...one, rows: one.rows.slice(0, 60) })),
    choice.sheet,
  );
  const rows = sheets.find((one) => one.name === name)?.rows ?? [];
  const table = await sheetTable(only(rows), choice);
  return {
    layout: { ...plain, format: 'xls', headerRow: table.headerRow, sheet: name, footer: choice.footer ?? true },
    evidence: [...evidence, ...table.evidence],
    columns: table.columns,
    sheets: workbook.SheetNames,
    entries: [],
    blocks: table.blocks,
    bytes: size,
    bytesRead: () => size,
  };
}

function opened(bytes: Buffer) {
  try {
    return read(bytes, {
      type: 'buffer',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      cellNF: true,
    });
  } catch (error) {
    throw /password|encrypt/i.test(String(error)) ? refusals.encrypted() : refusals.damagedWorkbook();
  }
}

async function* only(rows: SheetRow[]): AsyncGenerator<SheetRow[]> {
  yield rows;
}

function rowsOf(sheet: WorkSheet | undefined, date1904: boolean): SheetRow[] {
  const data: (CellObject | undefined)[][] = sheet?.['!data'] ?? [];
  const top = sheet?.['!ref'] === undefined ? 0 : utils.decode_range(sheet['!ref']).s.r;
  return data.flatMap((row, place) => {
    const cells = Array.from(row ?? [], (cell) => textOf(cell, date1904));
    while (cells.at(-1) === '') cells.pop();
    return cells.length === 0 ? [] : [{ number: Math.max(place, top) + 1, cells }];
  });
}

function textOf(cell: CellObject | undefined, date1904: boolean): string {
  if (cell === undefined || cell.v === undefined || cell.t === 'z') return '';
  if (cell.t === 'n') {
    return isDateFormat(0, String(cell.z ?? 'General'))
      ? dateText(Number(cell.v), date1904)
      : numberText(String(cell.v));
  }
  if (cell.t === 'd' && cell.v instanceof Date) return cell.v.toISOString().slice(0, 19).replace('T', ' ');
  return cell.t === 'e' ? (cell.w ?? '') : String(cell.v);
}
